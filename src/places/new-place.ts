import type { Role } from '../platform/actor.ts';
import { newId } from '../platform/ids.ts';
import { fold, tidy } from '../platform/text.ts';
import { isPlaceName, localKindOf, placeSortKey, readVillages, slugOf, wholeName } from './names.ts';
import type { Place } from './queries.ts';
import { noVillages, tooManyVillages, villageNameWrong } from './refusals.ts';

const mostVillages = 200;

/** Roles that set up places. */
export const keepers = ['officer', 'administrator'] as const satisfies readonly Role[];

export interface PlaceParts {
	kind: Place['kind'];
	name: string;
	localKind: string;
	code: string;
	parent: Pick<Place, 'id' | 'path' | 'sample'>;
	validFrom?: string | null;
}

/** What an organisation has besides other places, of none. */
export const notAnOrganisation = {
	...{ officialCode: null, organisationKind: null, sector: null },
	...{ answersTo: null, grade: null, schoolYear: null }
} as const;

/** A place as a row, from what somebody says about it. */
export function placeFrom({ kind, name, localKind, code, parent, validFrom = null }: PlaceParts): Place {
	return {
		id: newId(),
		code,
		kind,
		name,
		nameSort: placeSortKey(name),
		folded: fold(name),
		localKind,
		parentId: parent.id,
		path: `${parent.path}${code}/`,
		validFrom,
		validTo: null,
		mergedInto: null,
		...notAnOrganisation,
		sample: parent.sample
	};
}

/** Six letters and digits that make the code of a place its own, whatever others are called. */
export function codeFor(name: string): string {
	return `${slugOf(name)}-${newId().slice(-6)}`;
}

/** The names in a pasted list, complete with local kind; refuses what can't be names, naming the line. */
export function villageNames(pasted: string, usualKind: string): { name: string; localKind: string }[] {
	const lines = readVillages(pasted);
	if (lines.length > mostVillages)
		throw tooManyVillages({ values: { most: mostVillages }, ...inVillages('too-many-villages') });
	const names = lines.map(({ line, name }) => {
		const whole = wholeName(name, usualKind);
		if (!isPlaceName(whole)) throw villageNameWrong({ values: { line }, ...inVillages('village-line-wrong') });
		return { name: whole, localKind: localKindOf(whole) ?? usualKind };
	});
	return [...new Map(names.map((each) => [sameName(each.name), each])).values()];
}

/** At least one village; for when villages are all there is to send. */
export function someVillageNames(pasted: string, usualKind: string) {
	const names = villageNames(pasted, usualKind);
	if (names.length === 0) throw noVillages(inVillages('no-villages'));
	return names;
}

function inVillages(code: string) {
	return { fields: [{ field: 'villages', code: `places.${code}` }] };
}

/** Two names are the same place when only capitals and spaces differ; marks make another name. */
export function sameName(name: string): string {
	return tidy(name).toLocaleLowerCase('vi');
}

/** Village rows under a commune, each with a code that no other has there. */
export function villagesFrom(
	names: { name: string; localKind: string }[],
	parent: Place,
	taken: ReadonlySet<string>
): Place[] {
	const codes = new Set(taken);
	return names.map(({ name, localKind }) => {
		const slug = slugOf(name);
		let code = slug;
		for (let number = 2; codes.has(code); number++) code = `${slug}-${number}`;
		codes.add(code);
		return placeFrom({ kind: 'village', name, localKind, code, parent });
	});
}
