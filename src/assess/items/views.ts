import { plainText, type Question } from '../../catalog/index.ts';
import { say, type Lang } from '../../platform/messages/index.ts';
import type { AssessHouse } from '../assess-house.ts';
import type { Found } from '../calibrated/queries.ts';
import { difficultyMeasure } from '../tests/measure.ts';
import { fieldsOf } from './asked.ts';
import type { Figures } from './figures.ts';
import { flagsOf } from './judge.ts';
import type { ShownRow } from './queries.ts';
import type { ItemList, ItemVersion } from './schemas.ts';
import { letterOf, sentencesOf } from './sentences.ts';

/** A version, in the language of who reads it, with what a calibration found of it. */
interface Read {
	readonly question: Question;
	readonly found: Found | undefined;
	readonly lang: Lang;
}

/** The figures of a version and what they say. */
function figuresView(
	{ hash, current, figures }: Pick<ShownRow, 'hash' | 'current' | 'figures'>,
	{ found, lang }: Omit<Read, 'question'>
) {
	const { drift, options: _options, ...rest } = figures;
	const difficulty = found && difficultyMeasure(found);
	return {
		...{ hash, current, ...rest },
		sentences: sentencesOf(figures, lang),
		flags: flagsOf(figures),
		recentFacility: drift?.recent ?? null,
		earlierFacility: drift?.earlier ?? null,
		difficulty: difficulty?.points ?? null,
		difficultyError: difficulty?.error ?? null
	};
}

/** A line of the list. */
export function lineOf(house: AssessHouse, row: ShownRow, read: Read) {
	const { question, lang } = read;
	const { questionId: id, courseId } = row;
	const stem = plainText(question.stem);
	return {
		...{ id, stem, level: question.level, course: courseOf(house, courseId, lang) },
		...figuresView(row, read)
	} satisfies ItemList['items'][number];
}

/** A version with everything in it. */
export function versionOf(
	row: Pick<ShownRow, 'hash' | 'current' | 'figures'> & { firstAt: Date | null },
	read: Read
): ItemVersion {
	const { question, lang } = read;
	const { stem, level } = question;
	const firstAt = row.firstAt?.toISOString() ?? null;
	const exhibits = fieldsOf(question).flatMap(({ exhibit }) => exhibit ?? []);
	const options = optionsOf(row.figures, question, lang);
	return { ...figuresView(row, read), stem, exhibits, level, firstAt, options };
}

function optionsOf({ options }: Figures, question: Question, lang: Lang): ItemVersion['options'] {
	const fields = new Map(fieldsOf(question).map((field) => [field.name, field]));
	return options.map((each) => {
		const { field: name, option, ...figures } = each;
		const field = fields.get(name);
		const text =
			option === '' ? say(lang, 'items.written-right') : field?.options.find(({ id }) => id === option)?.text;
		const above = fields.size > 1 && field?.label ? `${field.label}: ` : '';
		return { ...figures, letter: letterOf(options, each), text: above + (text ?? '') };
	});
}

export function courseOf({ catalog }: AssessHouse, id: string, lang: Lang) {
	return { id, title: catalog.course(id, lang)?.title ?? id };
}
