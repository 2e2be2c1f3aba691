import { plainText } from '../../catalog/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { byteOrderMark, csvLine, type WrittenNumber } from '../../platform/csv.ts';
import { say, type Lang } from '../../platform/messages/index.ts';
import type { AssessHouse } from '../assess-house.ts';
import { readItem } from './read-item.ts';
import { allLines } from './read-list.ts';
import type { ItemFilters, ItemList, ItemVersion } from './schemas.ts';
import { decimal } from './sentences.ts';
import { refuseOthers } from './who-may.ts';

type Line = ItemList['items'][number];
type Cell = string | number | WrittenNumber;

const figureColumns = [
	...['shown', 'answered', 'left-out', 'facility', 'discrimination', 'median', 'too-quick'],
	...['recent', 'earlier', 'alike', 'difficulty', 'difficulty-error', 'says']
];
const listColumns = ['question', 'course', 'stem', 'level', 'version', ...figureColumns];
const optionColumns = [
	...['question', 'version', 'in-use', 'option', 'text', 'right', 'chosen', 'share', 'strong', 'weak'],
	'option-discrimination'
];

/** The whole list as CSV, in pieces: every figure as the page shows it. */
export function exportList(house: AssessHouse, actor: Actor, query: ItemFilters): AsyncGenerator<string> {
	refuseOthers(actor);
	return listPieces(house, actor, query);
}

async function* listPieces(house: AssessHouse, actor: Actor, query: ItemFilters) {
	const { lang } = actor;
	yield byteOrderMark + headOf(listColumns, lang);
	for await (const line of allLines(house, actor, query)) {
		const { id, course, stem, level, hash } = line;
		yield csvLine([
			id,
			course.title,
			stem,
			say(lang, `items.level-${level}`),
			shortHash(hash),
			...figureCells(line, lang)
		]);
	}
}

/** One question as CSV: the figures of each version, then those of each option. */
export async function exportItem(house: AssessHouse, actor: Actor, id: string): Promise<string> {
	const { lang } = actor;
	const { versions } = await readItem(house, actor, id);
	const inUse = ({ current }: ItemVersion) => say(lang, current ? 'items.in-use' : 'items.old');
	const first = versions.map((each) => csvLine([id, shortHash(each.hash), inUse(each), ...figureCells(each, lang)]));
	const options = versions.flatMap((each) =>
		each.options.map((option) => csvLine([id, shortHash(each.hash), inUse(each), ...optionCells(option, lang)]))
	);
	return [
		byteOrderMark + headOf(['question', 'version', 'in-use', ...figureColumns], lang),
		...first,
		csvLine([]),
		headOf(optionColumns, lang),
		...options
	].join('');
}

const headOf = (columns: readonly string[], lang: Lang) =>
	csvLine(columns.map((each) => say(lang, `items.column-${each}`)));

/** As much of a hash as tells versions apart. */
const shortHash = (hash: string) => hash.slice(0, 8);

function figureCells(figures: Omit<Line, 'id' | 'course' | 'stem' | 'level'>, lang: Lang): Cell[] {
	const { shown, answered, leftOut, facility, discrimination, medianSeconds, tooQuick } = figures;
	const known = (value: number | null) => knownCell(value, lang);
	return [
		...[
			shown,
			answered,
			leftOut,
			known(facility),
			correlationCell(discrimination, facility, lang),
			known(medianSeconds),
			known(tooQuick)
		],
		...[known(figures.recentFacility), known(figures.earlierFacility), figures.alikePairs],
		...[figures.difficulty, figures.difficultyError].map((each) =>
			each === null ? say(lang, 'items.uncalibrated') : { number: decimal(each, lang) }
		),
		figures.sentences.join(' ')
	];
}

function optionCells(option: ItemVersion['options'][number], lang: Lang): Cell[] {
	const { letter, text, correct, chosen, share, strong, weak, discrimination } = option;
	const known = (value: number | null) => knownCell(value, lang);
	return [
		...[letter, plainText(text), say(lang, correct ? 'items.right' : 'items.wrong')],
		...[chosen, known(share), known(strong), known(weak), correlationCell(discrimination, share, lang)]
	];
}

function knownCell(value: number | null, lang: Lang): Cell {
	return value === null ? say(lang, 'items.too-few') : { number: decimal(value, lang) };
}

/** It is missing where all answered alike, however many they are: then there is none. */
function correlationCell(value: number | null, other: number | null, lang: Lang): Cell {
	return value === null && other !== null ? say(lang, 'items.none') : knownCell(value, lang);
}
