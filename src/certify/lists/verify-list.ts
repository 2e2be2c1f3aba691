import { setImmediate as others } from 'node:timers/promises';
import type { House } from '../../platform/house.ts';
import { findKeys } from '../key-queries.ts';
import { findRecordsByCode } from '../queries.ts';
import { noCodes, tooManyCodes } from '../refusals.ts';
import type { Verification } from '../schemas.ts';
import { verificationOf } from '../verify-record.ts';
import { codeRows } from './code-rows.ts';
import { mostCodes, type CheckedList } from './schemas.ts';

/** So many signatures are checked before others have their turn. */
const atOnce = 50;

/**
 * Says of each code in a list what anyone may know, as `verifyRecord` does of one; each code is looked up once, and all
 * of them in one query.
 */
export async function verifyList(house: Pick<House, 'store' | 'log'>, lines: readonly string[]): Promise<CheckedList> {
	const listed = codeRows(lines);
	if (listed.length === 0) throw noCodes();
	if (listed.length > mostCodes) throw tooManyCodes({ values: { most: mostCodes, count: listed.length } });
	const found = await verifyAll(house, [...new Set(listed.flatMap(({ code }) => code ?? []))]);
	const first = new Map<string, number>();
	const rows = listed.map(({ row, typed, code }) => {
		if (code === null) return { row, typed, found: { status: 'mistyped' as const } };
		const earlier = first.get(code);
		if (earlier === undefined) first.set(code, row);
		return {
			row,
			typed,
			...(earlier !== undefined && { sameAs: earlier }),
			found: found.get(code) ?? { status: 'unknown' as const, code }
		};
	});
	return { rows };
}

/** How many of a list are codes of no record, each counted once. */
export function missesIn({ rows }: CheckedList): number {
	return rows.filter(
		({ found, sameAs }) => sameAs === undefined && (found.status === 'unknown' || found.status === 'mistyped')
	).length;
}

async function verifyAll(
	house: Pick<House, 'store' | 'log'>,
	codes: readonly string[]
): Promise<Map<string, Verification>> {
	const keys = new Map((await findKeys(house.store.read)).map((key) => [key.id, key]));
	const found = new Map<string, Verification>();
	for (const [i, record] of (await findRecordsByCode(house.store.read, codes)).entries()) {
		if (i % atOnce === atOnce - 1) await others();
		found.set(record.code, verificationOf(house, record, keys.get(record.keyId)));
	}
	return found;
}
