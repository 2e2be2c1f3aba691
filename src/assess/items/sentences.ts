import { say, type Lang } from '../../platform/messages/index.ts';
import { enoughAnswers, type Figures, type OptionFigures } from './figures.ts';
import { flagsOf, hardlyChosen, neverChosen, preferredToKey, veryGoodFrom, type Flag } from './judge.ts';

/**
 * How an option is called: its letter as it was written and, where a question has several fields, the field's number
 * before it. Something written has none.
 */
export function letterOf(options: readonly OptionFigures[], { field, option }: OptionFigures): string {
	if (option === '') return '';
	const fields = [...new Set(options.map((each) => each.field))];
	const place = options.filter((each) => each.field === field).findIndex((each) => each.option === option);
	const letter = String.fromCharCode(65 + place);
	return fields.length > 1 ? `${fields.indexOf(field) + 1}${letter}` : letter;
}

/** What the figures of a version say to its editor, in plain words; the gravest first. */
export function sentencesOf(figures: Figures, lang: Lang): string[] {
	const tell = (key: string, values: Record<string, string | number> = {}) => say(lang, `items.says-${key}`, values);
	const found = flagsOf(figures);
	const told = found.flatMap((flag) => tellers[flag](figures, { tell, lang }));
	const hardly = figures.options.filter(hardlyChosen);
	const more = hardly.map((each) =>
		tell('hardly', { letter: letterOf(figures.options, each), percent: each.share ?? 0 })
	);
	if (figures.facility === null)
		return [...told, tell('not-enough', { count: figures.answered, enough: enoughAnswers })];
	if (found.length > 0) return [...told, ...more];
	return [tell((figures.discrimination ?? 0) >= veryGoodFrom ? 'very-good' : 'fine'), ...more];
}

interface Telling {
	tell(key: string, values?: Record<string, string | number>): string;
	lang: Lang;
}

const tellers: Record<Flag, (figures: Figures, telling: Telling) => string[]> = {
	'bad-key': (figures, { tell }) => {
		const option = preferredToKey(figures);
		return option ? [tell('bad-key', { letter: letterOf(figures.options, option) })] : [];
	},
	reversed: (_, { tell }) => [tell('reversed')],
	alike: ({ alikePairs }, { tell }) => [tell('alike', { count: alikePairs })],
	drifting: ({ drift }, { tell }) => {
		if (!drift) return [];
		const { recent, earlier } = drift;
		return [tell(recent > earlier ? 'easier' : 'harder', { recent, earlier })];
	},
	weak: ({ discrimination }, { tell, lang }) => [tell('weak', { value: decimal(discrimination ?? 0, lang) })],
	'too-hard': ({ facility }, { tell }) => [tell('too-hard', { percent: facility ?? 0 })],
	'too-quick': ({ tooQuick, leastSeconds }, { tell }) => [
		tell('too-quick', { percent: tooQuick ?? 0, seconds: leastSeconds })
	],
	unchosen: ({ options }, { tell }) =>
		options.filter(neverChosen).map((each) => tell('unchosen', { letter: letterOf(options, each) })),
	'too-easy': ({ facility }, { tell }) => [tell('too-easy', { percent: facility ?? 0 })]
};

/** A number with the decimal mark of the language: 0,42 and 0.42. */
export function decimal(value: number, lang: Lang): string {
	return lang === 'vi' ? String(value).replace('.', ',') : String(value);
}
