import { readAs } from '$lib/entry.ts';
import type { DutySheet } from '../../../assign/index.ts';
import type { RecordList } from '../../../certify/index.ts';
import type { PageLoad } from './$types';

/** Beside each module stands the record of it that counts, where she has one. */
export const load: PageLoad = async ({ fetch, url }) => {
	const sheet = await readAs<DutySheet>({ fetch, url }, '/me/duty-sheet');
	const { records } = await readAs<RecordList>({ fetch, url }, '/records');
	const counting = records.filter(({ status, simulated }) => status === 'valid' && !simulated);
	return { sheet, records: new Map(counting.reverse().map((record) => [record.courseId, record])), origin: url.origin };
};
