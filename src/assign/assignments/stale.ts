import type { Catalog } from '../../catalog/index.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { fold } from '../../platform/text.ts';
import { listItems, listTargets, type AssignmentRow } from './queries.ts';
import { placesOf } from './names.ts';
import { changedMeanwhile } from './refusals.ts';
import type { TypedTarget } from './schemas.ts';
import { titleOf, type Asked } from './typed.ts';

const comparable = [
	...(['title', 'reason', 'document', 'startsOn', 'dueOn', 'finalOn'] as const),
	...(['graceDays', 'passPercent', 'renewMonths'] as const)
];

/** Refuses what was made of an older version; tells what is otherwise now, so that nothing typed is lost. */
export function refuseStale(
	row: AssignmentRow,
	version: number,
	{ parts = {}, ...asked }: Partial<Asked> & { parts?: Record<string, string> }
): void {
	if (row.version === version) return;
	const differs = comparable.filter((name) => asked[name] !== undefined && asked[name] !== row[name]);
	const now = { ...Object.fromEntries(differs.map((name) => [name, row[name]])), ...parts };
	throw changedMeanwhile({ extra: { version: row.version, now } });
}

interface Typed {
	readonly items: readonly { readonly subject: string }[];
	readonly targets: readonly TypedTarget[];
}

/** What a draft is about and whom it is for now, in words, as far as that is not what was typed. */
export async function partsOtherwise(
	reader: Reader,
	{ id, catalog, lang }: { id: string; catalog: Catalog; lang: 'vi' | 'en' },
	typed: Typed
): Promise<Record<string, string>> {
	const [items, targets] = [await listItems(reader, id), await listTargets(reader, id)];
	const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join('\n') === [...b].sort().join('\n');
	const subjects = items.map(({ subject }) => subject);
	const otherItems = !same(
		subjects,
		typed.items.map(({ subject }) => subject)
	);
	const otherTargets = !same(targets.map(keyOf), typed.targets.map(keyOf));
	const places = await placesOf(
		reader,
		targets.map(({ placeId }) => placeId)
	);
	return {
		...(otherItems && { items: subjects.map((each) => titleOf(catalog, each, lang) ?? each).join('; ') }),
		...(otherTargets && { targets: [...places.values()].join('; ') })
	};
}

type AnyTarget = {
	readonly [Name in 'kind' | 'placeId' | 'organisationKind' | 'position' | 'learnerId']?: string | null | undefined;
};

const keyOf = ({ kind, placeId, organisationKind, position, learnerId }: AnyTarget) =>
	[kind, placeId, organisationKind ?? '', fold(position ?? ''), learnerId ?? ''].join(' ');
