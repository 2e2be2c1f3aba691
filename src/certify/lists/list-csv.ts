import { byteOrderMark, csvLine } from '../../platform/csv.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { say, type Lang } from '../../platform/messages/index.ts';
import type { CheckedList } from './schemas.ts';

const columns = [
	'row',
	'typed',
	'code',
	'status',
	'name',
	'course',
	'issued',
	'ended',
	'reason',
	'new',
	'same'
] as const;

/** A checked list as a spreadsheet opens it; no cell of it runs as a formula. */
export function listCsv({ rows }: CheckedList, lang: Lang): string {
	const day = (instant: string | undefined) => (instant ? dayInVietNam(new Date(instant)) : '');
	const head = csvLine(columns.map((name) => say(lang, `lists.column-${name}`)));
	const lines = rows.map(({ row, typed, sameAs, found }) =>
		csvLine([
			...[row, typed, found.code ?? '', say(lang, `lists.status-${statusOf(found)}`), found.maskedName ?? ''],
			...[found.courseTitle ?? '', day(found.issuedAt), day(found.withdrawnAt), found.reason ?? ''],
			...[found.replacedBy ?? '', sameAs ?? '']
		])
	);
	return byteOrderMark + head + lines.join('');
}

/** The last part of the message that says it; practice copies are told apart. */
function statusOf({ status, simulated }: CheckedList['rows'][number]['found']): string {
	return status === 'valid' && simulated ? 'simulated' : status;
}
