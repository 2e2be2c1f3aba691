import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { composeHouse, createApp } from '../../src/compose.ts';
import { findSignedIn } from '../../src/identity/session-queries.ts';
import { signOutEverywhere } from '../../src/identity/sessions.ts';
import { seedPlaces } from '../../src/places/index.ts';
import { allowanceSweep } from '../../src/platform/allowance.ts';
import { newId } from '../../src/platform/ids.ts';
import { openSchedules } from '../../src/platform/schedules.ts';
import { outboxSweep } from '../../src/platform/sweeping.ts';
import { allowances, facts, reactions } from '../../src/platform/tables.ts';
import { withdrawRecord } from '../../src/certify/withdraw-record.ts';
import { verifyRecord } from '../../src/certify/verify-record.ts';
import { beside } from '../support/beside.ts';
import { aHouse, type TestHouse } from '../support/index.ts';
import { anAdministrator, anInhabitedHouse, aPerson } from '../support/people.ts';
import { aCertifyingHouse, aRecord } from '../support/records.ts';

const day = 24 * 3_600_000;

describe('two processes on one database', () => {
	it('both show what one of them has published, at the next look', async () => {
		const first = await composeHouse(await aHouse());
		const second = await composeHouse(await beside(first as unknown as TestHouse));
		const before = second.catalog.release().id;
		const app = await createApp(second);
		onTestFinished(() => app.close());
		const file = join(first.config.contentDir, 'courses/thu/course.md');
		writeFileSync(file, readFileSync(file, 'utf8').replace('Khóa thử: giữ kín mã', 'Khóa thử: tên mới'));
		await first.catalog.compile();
		expect(second.catalog.release().id).toBe(before);
		await second.catalog.load();
		expect(second.catalog.release().id).toBe(first.catalog.release().id);
		const { title } = (await app.inject({ url: '/api/courses/thu' })).json();
		expect(title).toBe('Khóa thử: tên mới');
	});

	it('both know at once that a record was withdrawn', async () => {
		const first = await aCertifyingHouse();
		const second = await beside(first);
		await seedPlaces(first);
		const administrator = await anAdministrator(first);
		const { record } = await aRecord(first);
		expect((await verifyRecord(second, record.code)).status).toBe('valid');
		await withdrawRecord(first, administrator, { code: record.code, reason: 'Cấp nhầm người.' });
		expect((await verifyRecord(second, record.code)).status).toBe('withdrawn');
	});

	it('both know at once that somebody signed out everywhere', async () => {
		const first = await anInhabitedHouse();
		const second = await beside(first);
		const { issued, actor } = await aPerson(first);
		expect(await findSignedIn(second.store.read, issued.sessionId)).toBeTruthy();
		await signOutEverywhere(first, actor);
		expect(await findSignedIn(second.store.read, issued.sessionId)).toBeFalsy();
	});

	it('finish a hundred and twenty changes of what all of them read, none refused because others were quicker', async () => {
		const first = await aHouse();
		const second = await beside(first);
		const add = (i: number) =>
			[first, second][i % 2]?.store.transact(async (tx) => {
				const seen = await tx.$count(facts);
				await tx.insert(facts).values({ id: newId(), name: 'seen', payload: { seen }, recordedAt: first.clock.now() });
			});
		await Promise.all(Array.from({ length: 120 }, (_, i) => add(i)));
		const seen = (await first.store.read.select().from(facts)).map(({ payload }) => (payload as { seen: number }).seen);
		expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, i) => i));
	});

	it('run each of many reactions once', async () => {
		const first = await aHouse();
		const second = await beside(first);
		const ran: string[] = [];
		const react = async (_payload: unknown, factId: string) => void ran.push(factId);
		for (const house of [first, second]) house.facts.wire({ 'test.happened': [{ name: 'test.note', react }] });
		for (let i = 0; i < 20; i++) await first.store.transact((tx) => first.facts.record(tx, 'test.happened', { i }));
		const counts = await Promise.all([first.facts.runDue(), second.facts.runDue()]);
		expect(counts[0] + counts[1]).toBe(20);
		expect(new Set(ran).size).toBe(20);
		expect(ran.length).toBe(20);
	});

	it('leave a reaction to the one that runs it, take it up after its lease, and believe only the last', async () => {
		const first = await aHouse();
		const second = await beside(first);
		let letGo: (error: Error) => void = () => undefined;
		let begun: () => void = () => undefined;
		const hasBegun = new Promise<void>((resolve) => (begun = resolve));
		const hangs = () => {
			begun();
			return new Promise<void>((_resolve, reject) => (letGo = reject));
		};
		let ran = 0;
		first.facts.wire({ 'test.happened': [{ name: 'test.run', react: hangs }] });
		second.facts.wire({ 'test.happened': [{ name: 'test.run', react: async () => void ran++ }] });
		await first.store.transact((tx) => first.facts.record(tx, 'test.happened', {}));
		const hanging = first.facts.runDue();
		await hasBegun;
		expect(await second.facts.runDue()).toBe(0);
		first.clock.pass(60_000);
		expect(await second.facts.runDue()).toBe(1);
		letGo(new Error('too late'));
		await hanging;
		expect(await first.store.read.select().from(reactions)).toMatchObject([{ status: 'done', failure: null }]);
		expect(ran).toBe(1);
	});

	it('say how much waits in the outbox, and how long', async () => {
		const { store, facts: outbox, clock } = await aHouse();
		expect(await outbox.standing()).toEqual({ pending: 0, dead: 0, oldestPendingAt: null });
		outbox.wire({ 'test.happened': [{ name: 'test.note', react: async () => undefined }] });
		const at = clock.now();
		await store.transact((tx) => outbox.record(tx, 'test.happened', {}));
		clock.pass(5_000);
		await store.transact((tx) => outbox.record(tx, 'test.happened', {}));
		expect(await outbox.standing()).toEqual({ pending: 2, dead: 0, oldestPendingAt: at });
	});
});

describe('work at its times', () => {
	it('is done once by all processes together, and again when its time has come', async () => {
		const first = await aHouse();
		const second = await beside(first);
		let ran = 0;
		const schedule = { name: 'test.daily', everyMs: day, run: async () => void ran++ };
		const [here, there] = [openSchedules(first, [schedule]), openSchedules(second, [schedule])];
		const done = await Promise.all([here.runDue(), there.runDue()]);
		expect([done.flat(), ran]).toEqual([['test.daily'], 1]);
		first.clock.pass(day - 1);
		expect([await here.runDue(), await there.runDue()]).toEqual([[], []]);
		first.clock.pass(1);
		expect([await there.runDue(), await here.runDue()]).toEqual([['test.daily'], []]);
	});

	it('is tried again after its lease where it failed, or its process died', async () => {
		const house = await aHouse();
		let tries = 0;
		const run = async () => {
			if (++tries === 1) throw new Error('down');
		};
		const work = openSchedules(house, [{ name: 'test.daily', everyMs: day, run }]);
		expect(await work.runDue()).toEqual([]);
		house.clock.pass(10 * 60_000 - 1);
		expect(await work.runDue()).toEqual([]);
		house.clock.pass(1);
		expect(await work.runDue()).toEqual(['test.daily']);
	});

	it('sweeps out what was done more than thirty days ago, and nothing else', async () => {
		const house = await aHouse();
		const now = house.clock.now().getTime();
		const at = (days: number) => new Date(now - days * day);
		const kept = ['young', 'dead', 'waiting'];
		await house.store.transact(async (tx) => {
			for (let i = 0; i < 450; i++)
				await tx.insert(facts).values({ id: newId(), name: 'test.alone', payload: {}, recordedAt: at(40) });
			for (const [id, status, days] of [
				['old', 'done', 31],
				['young', 'done', 29],
				['dead', 'dead', 90],
				['waiting', 'pending', 90]
			] as const) {
				await tx.insert(facts).values({ id, name: 'test.happened', payload: {}, recordedAt: at(90) });
				await tx.insert(reactions).values({ factId: id, name: 'r', status, attempts: 1, dueAt: at(days) });
			}
		});
		await outboxSweep(house).run();
		expect((await house.store.read.select().from(facts)).map(({ id }) => id).sort()).toEqual([...kept].sort());
		expect(await house.store.read.$count(reactions)).toBe(3);
	});

	it('sweeps out what was counted and is over', async () => {
		const house = await aHouse();
		const now = house.clock.now().getTime();
		const row = (keyHash: string, endsAt: number) => ({
			keyHash,
			count: 3,
			openAt: new Date(now),
			endsAt: new Date(endsAt)
		});
		await house.store.transact(async (tx) => {
			await tx.insert(allowances).values([row('old', now - 60_000), row('new', now + 60_000)]);
		});
		await allowanceSweep(house).run();
		expect(await house.store.read.select().from(allowances)).toMatchObject([{ keyHash: 'new' }]);
	});
});
