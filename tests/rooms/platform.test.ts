import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { facts, reactions } from '../../src/platform/tables.ts';
import { isUniqueViolation } from '../../src/platform/persistence/dialect.ts';
import { aHouse } from '../support/a-house.ts';

describe('the store', () => {
	it('keeps all of a transaction or nothing', async () => {
		const house = await aHouse();
		const work = house.store.transact(async (tx) => {
			await house.facts.record(tx, 'test.happened', {});
			throw new Error('stop');
		});
		await expect(work).rejects.toThrow('stop');
		expect(await house.store.read.$count(facts)).toBe(0);
	});

	it('runs fifty read-modify-writes at once as if one after another', async () => {
		const house = await aHouse();
		const at = house.clock.now();
		await house.store.transact(async (tx) => {
			await tx.insert(facts).values({ id: 'a', name: 'count', payload: { n: 0 }, recordedAt: at });
		});
		await Promise.all(
			Array.from({ length: 50 }, () =>
				house.store.transact(async (tx) => {
					const [row] = await tx.select().from(facts);
					await tx.update(facts).set({ payload: { n: Number(row?.payload.n) + 1 } });
				})
			)
		);
		const [row] = await house.store.read.select().from(facts);
		expect(row?.payload).toEqual({ n: 50 });
	});

	it('tells a key that exists already from other errors', async () => {
		const house = await aHouse();
		const row = { id: 'a', name: 'x', payload: {}, recordedAt: house.clock.now() };
		const twice = house.store.transact(async (tx) => {
			await tx.insert(facts).values(row);
			await tx.insert(facts).values(row);
		});
		expect(isUniqueViolation(await twice.catch((error: unknown) => error))).toBe(true);
		expect(isUniqueViolation(new Error('other'))).toBe(false);
	});

	it('gives instants and flags back as they went in', async () => {
		const house = await aHouse();
		const at = new Date('2026-11-23T23:59:59.123Z');
		await house.store.transact(async (tx) => {
			await tx.insert(facts).values({ id: 'a', name: 'x', payload: { ă: 'đ' }, recordedAt: at });
		});
		const [row] = await house.store.read.select().from(facts);
		expect(row).toEqual({ id: 'a', name: 'x', payload: { ă: 'đ' }, recordedAt: at });
	});
});

describe('the outbox', () => {
	it('runs each reaction to a committed fact once', async () => {
		const house = await aHouse();
		const seen: unknown[] = [];
		house.facts.wire({
			'test.happened': [{ name: 'test.note', react: async (payload) => void seen.push(payload) }]
		});
		await house.store.transact((tx) => house.facts.record(tx, 'test.happened', { a: 1 }));
		expect(await house.facts.runDue()).toBe(1);
		expect(await house.facts.runDue()).toBe(0);
		expect(seen).toEqual([{ a: 1 }]);
	});

	it('tries a failed reaction again later, and gives up as a dead letter in the end', async () => {
		const house = await aHouse();
		let calls = 0;
		const react = async () => {
			calls++;
			throw new Error('down');
		};
		house.facts.wire({ 'test.happened': [{ name: 'test.fail', react }] });
		await house.store.transact((tx) => house.facts.record(tx, 'test.happened', {}));
		for (let i = 0; i < 12; i++) {
			await house.facts.runDue();
			house.clock.pass(3_700_000);
		}
		expect(calls).toBe(10);
		const [row] = await house.store.read.select().from(reactions);
		expect(row).toMatchObject({ status: 'dead', attempts: 10, failure: 'down' });
	});

	it('takes up a reaction whose worker died when the lease is over', async () => {
		const house = await aHouse();
		let ran = 0;
		house.facts.wire({ 'test.happened': [{ name: 'test.run', react: async () => void ran++ }] });
		await house.store.transact((tx) => house.facts.record(tx, 'test.happened', {}));
		const leased = new Date(house.clock.now().getTime() + 60_000);
		await house.store.transact(async (tx) => {
			await tx.update(reactions).set({ dueAt: leased, attempts: sql`1` });
		});
		expect(await house.facts.runDue()).toBe(0);
		house.clock.pass(60_000);
		expect(await house.facts.runDue()).toBe(1);
		expect(ran).toBe(1);
	});
});
