import { formatNumber } from '$lib/format.ts';
import type { Words } from '$lib/words.ts';
import type { ItemList } from '../../../assess/index.ts';

type Line = ItemList['items'][number];

/**
 * A figure as it stands on the page: the same digits as in the file. A correlation that is missing though there are
 * answers enough has none: all answered alike. A difficulty comes from calibrating, however many answers there are.
 */
export function figure(
	{ t, lang }: Words,
	[name, value]: [string, number | null],
	{ facility }: Pick<Line, 'facility'>
) {
	if (value !== null) return formatNumber(value, lang);
	if (name.startsWith('difficulty')) return t('items.uncalibrated');
	return t(name.endsWith('discrimination') && facility !== null ? 'items.none' : 'items.too-few');
}

/** What of a question is shown in numbers, in the order of the file's columns. */
export const figureColumns = [
	['shown', ({ shown }) => shown],
	['answered', ({ answered }) => answered],
	['left-out', ({ leftOut }) => leftOut],
	['facility', ({ facility }) => facility],
	['discrimination', ({ discrimination }) => discrimination],
	['median', ({ medianSeconds }) => medianSeconds],
	['too-quick', ({ tooQuick }) => tooQuick],
	['recent', ({ recentFacility }) => recentFacility],
	['earlier', ({ earlierFacility }) => earlierFacility],
	['alike', ({ alikePairs }) => alikePairs],
	['difficulty', ({ difficulty }) => difficulty],
	['difficulty-error', ({ difficultyError }) => difficultyError]
] as const satisfies (readonly [string, (line: Figured) => number | null])[];

/** Those of the list: what is left out there stands on the question's own page. */
export const listColumns = figureColumns.slice(0, 7);

/** A version with its figures: a line of the list, or a version on the page of its question. */
export type Figured = Omit<Line, 'id' | 'course' | 'stem' | 'level'>;
