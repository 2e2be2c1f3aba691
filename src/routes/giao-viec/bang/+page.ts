import { readReader, seesComments } from '../access.ts';
import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import { languageOf } from '$lib/language.ts';
import type { Board, BoardTotals } from '../../../assign/index.ts';
import type { PageLoad } from './$types';
import { filtersIn } from './filters.ts';

/** `?sau=` is the last of the page before. */
export const load: PageLoad = async ({ fetch, url }) => {
	const me = await readReader({ fetch, url });
	const { roles } = me;
	const mayRemind = roles.some((role) => ['teacher', 'officer', 'administrator'].includes(role));
	const { chosen, asked } = filtersIn(url);
	const after = askedIn(url, 'sau');
	const query = new URLSearchParams([...asked, ...(after ? [['after', after]] : [])]);
	const board = await readAs<Board>({ fetch, url }, `/duty-board?${query}`);
	const totals = await readAs<BoardTotals>({ fetch, url }, `/duty-board/totals?${new URLSearchParams(asked)}`);
	const lang = languageOf(url.pathname);
	const file = (format: string) =>
		`/api/duty-board/file?${new URLSearchParams([...asked, ['format', format], ['lang', lang]])}`;
	return {
		board,
		totals,
		chosen,
		mayRemind,
		comments: seesComments(me),
		further: after !== '',
		files: { csv: file('csv'), xlsx: file('xlsx') }
	};
};
