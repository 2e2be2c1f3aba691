import { Readable } from 'node:stream';
import type { TypedApi } from '../../platform/http/api.ts';
import { readers, type AssignHouse } from '../assign-house.ts';
import { exportBoard } from './export-board.ts';
import { readBoard, readTotals } from './read-board.ts';
import { Board, BoardFileQuery, BoardFilter, BoardQuery, BoardTotals } from './schemas.ts';

const tags = ['assign'];
const looking = { access: readers, showsPeople: true } as const;
const types = {
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const;

/** People and what each was asked to learn, as those who manage them see it. */
export function boardRoutes(api: TypedApi, house: AssignHouse): void {
	const summary =
		'People within one’s places and how far each has come in what was asked, a page by given name; that they were looked at is recorded';
	api.get(
		'/duty-board',
		{ config: looking, schema: { tags, summary, querystring: BoardQuery, response: { 200: Board } } },
		(request) => readBoard(house, request.actor, request.query)
	);
	const totals = 'Of everybody whom the filters let through, how many have done what';
	api.get(
		'/duty-board/totals',
		{
			config: { access: readers },
			schema: { tags, summary: totals, querystring: BoardFilter, response: { 200: BoardTotals } }
		},
		(request) => readTotals(house, request.actor, request.query)
	);
	const file =
		'All rows as a file that equals the page: CSV, or XLSX up to 50,000 rows and CSV beyond; that it was taken is recorded';
	api.get(
		'/duty-board/file',
		{
			config: looking,
			exposeHeadRoute: false,
			schema: { tags, summary: file, produces: Object.values(types), querystring: BoardFileQuery }
		},
		async (request, reply) => {
			const { name, format, pieces } = await exportBoard(house, request.actor, request.query);
			return reply
				.header('content-disposition', `attachment; filename="${name}"`)
				.type(types[format])
				.send(Readable.from(pieces));
		}
	);
}
