import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { mendConfirmation } from '../../src/certify/register/mend.ts';
import { openReconciling, askReconciliation } from '../../src/certify/register/reconcile.ts';
import { findReconciliation } from '../../src/certify/register/reconcile-queries.ts';
import { faults, type Fault } from '../../src/standins/register/faults.ts';
import { manyRequests } from '../support/many-records.ts';
import { administrator } from '../support/records.ts';
import { allConfirmations, aConfirmingHouse, messagesOf, standingThere, type Confirming } from '../support/register.ts';
import { Workers } from '../support/register-workers.ts';

const everyFault = Object.keys(faults) as Fault[];
const secret = 'secret of the tests, long enough';

/** A house whose clock, the register's and the workers' go on together. */
async function aStorm(): Promise<{ house: Confirming; workers: Workers; later(ms: number): number }> {
	await Workers.build();
	const house = await aConfirmingHouse({ slowMs: 900 });
	let ahead = 0;
	house.clock.now = () => new Date(Date.now() + ahead);
	const { config, registerThere } = house;
	const workers = new Workers({
		...{ DATA_DIR: config.dataDir, DATABASE_URL: config.databaseUrl ?? '', SESSION_SECRET: secret },
		...{ STANDINS: 'on', ...registerThere.settings }
	});
	return { house, workers, later: (ms) => (ahead += ms) };
}

/** Lets workers do what there is, an hour later each time it does not end by itself. */
async function workOff({ house, workers, later }: Awaited<ReturnType<typeof aStorm>>): Promise<void> {
	for (let round = 0; round < 10; round++) {
		await workers.killAll();
		const ahead = later(3_700_000);
		await Promise.all([workers.begin(ahead), workers.begin(ahead)]);
		for (let look = 0; look < 40; look++) {
			await pause(100);
			if (await nothingToDo(house)) return;
		}
	}
}

/** Whatever waits is held by one of the same person's that an officer has to look at. */
async function nothingToDo(house: Confirming): Promise<boolean> {
	const messages = await messagesOf(house);
	const held = new Set(messages.filter(({ state }) => state === 'dead').map(({ line }) => line));
	return messages.every(({ state, line }) => state !== 'waiting' || held.has(line));
}

it(
	'a thousand requests through every fault of the register, with workers killed in between, end with both sides equal',
	{
		timeout: 300_000
	},
	async () => {
		const storm = await aStorm();
		const { house, workers, later } = storm;
		await manyRequests(house, { people: 100, each: 10 });
		house.registerThere.choose({ faults: everyFault, percent: 40 });
		await Promise.all([workers.begin(0), workers.begin(0)]);
		for (let kill = 0; kill < 8; kill++) {
			await pause(300 + kill * 50);
			await workers.killOldest();
			// What the killed one had in hand is free again after its lease.
			await workers.begin(later(61_000));
		}
		house.registerThere.choose({ faults: [], percent: 0 });
		await workOff(storm);
		const dead = (await messagesOf(house)).filter(({ state }) => state === 'dead');
		expect(dead.length).toBeGreaterThan(0);
		for (let round = 0; round < 10; round++) {
			const waiting = (await messagesOf(house)).filter(({ state }) => state === 'dead');
			if (waiting.length === 0) break;
			for (const { recordCode, fault } of waiting) {
				const mending = fault === 'someone-else' ? 'anew' : 'again';
				await mendConfirmation(house, administrator, { code: recordCode, mending });
			}
			await workOff(storm);
		}
		await workers.killAll();

		const here = await allConfirmations(house);
		expect(here.length).toBe(1_000);
		expect(new Set(here.map(({ state }) => state))).toEqual(new Set(['confirmed', 'refused']));
		const there = standingThere(house);
		expect(there.map(({ code, status }) => `${code} ${status}`)).toEqual(
			here.map(({ recordCode, state }) => `${recordCode} ${state}`).sort()
		);
		const { id } = await askReconciliation(house, administrator);
		await openReconciling(house).runAsked();
		expect(await findReconciliation(house.store.read, id)).toMatchObject({
			here: 1_000,
			there: 1_000,
			same: 1_000,
			differing: 0
		});
		await inOrderOnce(house);
		onTestFinished(() => expect(workers.said()).toBe(''));
	}
);

/** Each message was done once under its key, and those of one person in their order. */
async function inOrderOnce(house: Confirming): Promise<void> {
	const messages = await messagesOf(house);
	const arrived = house.registerThere.book.keysInOrder();
	expect(new Set(arrived).size).toBe(arrived.length);
	const done = messages.filter(({ state }) => state === 'done').map(({ id }) => id);
	expect(done.filter((id) => !arrived.includes(id))).toEqual([]);
	const byId = new Map(messages.map((message) => [message.id, message]));
	const lastOf = new Map<string, number>();
	for (const key of arrived) {
		const { line = '', number = 0 } = byId.get(key) ?? {};
		expect(number).toBeGreaterThan(lastOf.get(line) ?? 0);
		lastOf.set(line, number);
	}
}
