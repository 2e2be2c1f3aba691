import { byteOrderMark, csvLine } from '../../platform/csv.ts';
import { say, type Lang } from '../../platform/messages/index.ts';
import type { FigureView } from './schemas.ts';

/** The columns of a file that can come in again, and behind them those that are only told. */
const columns = [
	...['place', 'platform', 'counted', 'group', 'day', 'number', 'own'],
	...['source', 'note', 'by', 'entered']
] as const;

/** What the page shows, as a spreadsheet opens it; no cell of it runs as a formula. */
export function figuresCsv(figures: readonly FigureView[], lang: Lang): string {
	const head = csvLine(columns.map((name) => say(lang, `elsewhere.column-${name}`)));
	const lines = figures.map(({ place, platform, platformName, counted, group, day, number, own, ...rest }) =>
		csvLine([
			...[place, platformOf(lang, platform, platformName), say(lang, `elsewhere.counted-${counted}`)],
			...[group ?? say(lang, 'elsewhere.group-all'), day, number, own ?? '', rest.source, rest.note],
			...[rest.by, rest.enteredAt.slice(0, 10)]
		])
	);
	return byteOrderMark + head + lines.join('');
}

function platformOf(lang: Lang, platform: FigureView['platform'], name: string): string {
	const called = say(lang, `elsewhere.platform-${platform}`);
	return name === '' ? called : `${called}: ${name}`;
}
