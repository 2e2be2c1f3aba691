import type { TypedApi } from '../../platform/http/api.ts';
import { IdParams } from '../schemas.ts';
import { readYear, yearKeepers } from './read-year.ts';
import { rollOver, type SchoolHouse } from './roll-over.ts';
import { TypedYear, YearDone, YearPlan, YearQuery } from './schemas.ts';

const tags = ['assign'];
const config = { access: yearKeepers, showsPeople: true } as const;
const params = IdParams;

/** A school goes over to the next school year. */
export function schoolYearRoutes(api: TypedApi, house: SchoolHouse): void {
	const look = 'What the next school year means for each class of a school; that its people were listed is recorded';
	api.get(
		'/organisations/:id/school-year',
		{ config, schema: { tags, summary: look, params, querystring: YearQuery, response: { 200: YearPlan } } },
		({ actor, params, query: { from, lastGrade } }) =>
			readYear(house, actor, { ...params, from, ...(lastGrade !== undefined && { lastGrade: Number(lastGrade) }) })
	);
	const preview = 'The same with those who repeat the year, before anything is done';
	api.post(
		'/organisations/:id/school-year/preview',
		{ config, schema: { tags, summary: preview, params, body: TypedYear, response: { 200: YearPlan } } },
		({ actor, params, body }) => readYear(house, actor, { ...params, ...body })
	);
	const roll = 'Leads a school over to the next school year: its classes end, their people go on in new ones';
	api.post(
		'/organisations/:id/school-year',
		{
			config: { access: yearKeepers },
			schema: { tags, summary: roll, params, body: TypedYear, response: { 200: YearDone } }
		},
		({ actor, params, body }) => rollOver(house, actor, { ...params, ...body })
	);
}
