import { Readable } from 'node:stream';
import { dayInVietNam } from '../../platform/clock.ts';
import type { TypedApi } from '../../platform/http/api.ts';
import { say, type Lang } from '../../platform/messages/index.ts';
import type { AssessHouse } from '../assess-house.ts';
import { exportItem, exportList } from './export-figures.ts';
import { readItem } from './read-item.ts';
import { readList } from './read-list.ts';
import { ItemFilters, ItemList, ItemParams, ItemQuery, ItemView } from './schemas.ts';
import { itemReaders } from './who-may.ts';

const tags = ['assess'];
const config = { access: itemReaders } as const;
const csv = 'text/csv; charset=utf-8';

/** What the answers teach editors about their questions; no learner is in it. */
export function itemRoutes(api: TypedApi, house: AssessHouse): void {
	const list = 'Questions in use with what their answers say, those first at which an editor should look first';
	api.get(
		'/question-figures',
		{ config, schema: { tags, summary: list, querystring: ItemQuery, response: { 200: ItemList } } },
		({ actor, query }) => readList(house, actor, query)
	);
	const item = 'One question with its key and the figures of each of its versions';
	api.get(
		'/question-figures/:id',
		{ config, schema: { tags, summary: item, params: ItemParams, response: { 200: ItemView } } },
		({ actor, params }) => readItem(house, actor, params.id)
	);
	exporting(api, house);
}

function exporting(api: TypedApi, house: AssessHouse): void {
	const disposition = (lang: Lang) =>
		`attachment; filename="${say(lang, 'items.file')}-${dayInVietNam(house.clock.now())}.csv"`;
	const produces = [csv];
	api.get(
		'/question-figures-export',
		{
			config,
			exposeHeadRoute: false,
			schema: { tags, summary: 'The list as CSV, every figure as it is shown', produces, querystring: ItemFilters }
		},
		({ actor, query, lang }, reply) =>
			reply
				.header('content-disposition', disposition(lang))
				.type(csv)
				.send(Readable.from(exportList(house, actor, query)))
	);
	api.get(
		'/question-figures/:id/export',
		{
			config,
			exposeHeadRoute: false,
			schema: { tags, summary: 'One question as CSV, every figure as it is shown', produces, params: ItemParams }
		},
		async ({ actor, params, lang }, reply) => {
			const text = await exportItem(house, actor, params.id);
			return reply.header('content-disposition', disposition(lang)).type(csv).send(text);
		}
	);
}
