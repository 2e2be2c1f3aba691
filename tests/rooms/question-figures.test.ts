import { describe, expect, it } from 'vitest';
import { listWorst, type ShownRow } from '../../src/assess/items/queries.ts';
import { noCounters } from '../../src/assess/items/counters.ts';
import { figuresOf } from '../../src/assess/items/figures.ts';
import { itemFigures } from '../../src/assess/tables.ts';
import { aHouse } from '../support/a-house.ts';

const figures = figuresOf(noCounters(), { fields: [], leastSeconds: 3 }, { since: '2026-09-01', alikePairs: 0 });

describe('the list of questions', () => {
	it('comes in pages that miss none and repeat none, whatever signs the hashes are of', async () => {
		const house = await aHouse();
		const now = house.clock.now();
		const rows = ['-b', 'Zz', '_a', 'aB', 'Ab', '9x', 'zA'].map((hash, i) => ({
			...{ hash, questionId: `q${i}`, courseId: i < 6 ? 'thu' : 'khac', current: true, worst: i === 0 ? 9_100 : 100 },
			...{
				flags: i === 3 ? ' weak ' : '',
				firstAt: now,
				computedAt: now,
				releaseId: 'r',
				figures,
				counters: noCounters()
			}
		}));
		await house.store.transact(async (tx) => {
			await tx.insert(itemFigures).values([...rows, { ...rows[0], hash: 'old', current: false } as (typeof rows)[0]]);
		});
		const seen: string[] = [];
		let after: ShownRow | undefined;
		do {
			const page = await listWorst(house.store.read, {}, { after, limit: 2 });
			seen.push(...page.map(({ hash }) => hash));
			after = page.at(-1);
		} while (after);
		expect(seen).toEqual(['-b', '9x', 'Ab', 'Zz', '_a', 'aB', 'zA']);
		const only = (filter: Parameters<typeof listWorst>[1]) =>
			listWorst(house.store.read, filter, { after: undefined, limit: 10 }).then((all) => all.map(({ hash }) => hash));
		expect(await only({ courseId: 'khac' })).toEqual(['zA']);
		expect(await only({ flag: 'weak' })).toEqual(['aB']);
	});
});
