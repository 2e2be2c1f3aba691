import type { Catalog } from '../../catalog/index.ts';
import { fold } from '../../platform/text.ts';
import { countedKinds, type CountedKind, type Platform } from './kinds.ts';
import { namesOf, readChoice, readDay, readLine, readNumber, readPlatform, together, type Slip } from './typed.ts';

/** A figure as it was typed or stands in a file. */
export interface TypedFigure {
	readonly place: string;
	readonly platform: string;
	readonly platformName: string;
	readonly counted: string;
	readonly group: string;
	readonly day: string;
	readonly number: string;
	readonly source: string;
	readonly note: string;
}

/** A figure whose place is still to be found. */
export interface ReadFigure {
	readonly platform: Platform;
	readonly platformName: string;
	readonly counted: CountedKind;
	readonly groupCode: string;
	readonly day: string;
	readonly number: number;
	readonly source: string;
	readonly note: string;
}

const countedNames = namesOf('counted', countedKinds);
const sourceLength = { name: 'source', least: 3, most: 300 };
const noteLength = { name: 'note', least: 0, most: 300 };

/** The groups of the framework by code and name in both languages; empty, or “all”, are all of them. */
export function groupNames(catalog: Pick<Catalog, 'groups'>): Map<string, string> {
	const named = (['vi', 'en'] as const).flatMap((lang) =>
		catalog.groups(lang).flatMap(({ code, name }) => [[code, code] as const, [fold(name), code] as const])
	);
	const all = [...namesOf('group', ['all']).keys()].map((name) => [name, ''] as const);
	return new Map([['', ''], ...all, ...named]);
}

/** Everything that was typed but the place, or all that is wrong with it. */
export function readFigure(
	typed: TypedFigure,
	{ now, groups }: { now: Date; groups: ReadonlyMap<string, string> }
): { figure: ReadFigure } | { slips: Slip[] } {
	const read = together({
		platform: readPlatform(typed.platform, typed.platformName),
		counted: readChoice(typed.counted, countedNames, 'counted'),
		group: readChoice(typed.group, groups, 'group'),
		day: readDay(typed.day, now),
		number: readNumber(typed.number),
		source: readLine(typed.source, sourceLength),
		note: readLine(typed.note, noteLength)
	});
	if ('slips' in read) return read;
	const { platform, group, ...rest } = read.values;
	return { figure: { ...rest, ...platform, groupCode: group } };
}

/** What makes two figures be about the same thing. */
export function seriesOf(figure: Omit<ReadFigure, 'number' | 'source' | 'note'>, placeId: string): string {
	const { platform, platformName, counted, groupCode, day } = figure;
	return [platform, fold(platformName), counted, groupCode, placeId, day].join(' | ');
}
