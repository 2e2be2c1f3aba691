import { readLog } from '../tham-nha/read-log.ts';
import { blankEntry } from '../tham-nha/typed.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
	const log = await readLog(event, 'desk');
	return { ...log, typed: blankEntry('desk', { placeId: log.placeId }) };
};
