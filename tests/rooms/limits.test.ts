import { describe, expect, it } from 'vitest';
import { unlessGuessing } from '../../src/certify/unless-guessing.ts';
import { verifyRecord } from '../../src/certify/verify-record.ts';
import type { Caller } from '../../src/identity/caller.ts';
import { guarded } from '../../src/identity/guessing.ts';
import { currentPassword, wrongPerAddress, wrongPerDevice } from '../../src/identity/limits.ts';
import { patientQueue } from '../../src/identity/queue.ts';
import { countUp, forget, take, waitFor, type Limit } from '../../src/platform/allowance.ts';
import { oneMore } from '../../src/platform/counting.ts';
import { allowances } from '../../src/platform/tables.ts';
import { aHouse } from '../support/a-house.ts';
import { aCertifyingHouse, aRecord } from '../support/records.ts';
import { aPerson, enter as enterFrom, password, device } from '../support/people.ts';
import { signIn } from '../../src/identity/sign-in.ts';
import { visitor } from '../../src/platform/actor.ts';
import type { TestHouse } from '../support/a-house.ts';

const minute = 60_000;
const few: Limit = { name: 'few', free: 3, minutes: 10 };

/** Signs Lan in from somewhere. */
function enter(house: TestHouse, part: { identifier?: string; password?: string; caller?: Caller } = {}) {
	return signIn(house, visitor(), { identifier: '0912345678', password, device, ...part });
}

const wrong = (house: TestHouse, caller?: Caller, identifier = '0912345678') =>
	expect(enter(house, { identifier, password: 'sai rồi', ...(caller && { caller }) })).rejects;

describe('an allowance', () => {
	it('is taken until it is used up, and is there again when its time is over', async () => {
		const house = await aHouse();
		const taking = () => take(house, [[few, 'Lan']]);
		for (let i = 0; i < 3; i++) await taking();
		house.clock.pass(4 * minute);
		await expect(taking()).rejects.toMatchObject({
			kind: 'too-many',
			details: { values: { minutes: 6 }, retryAfterSeconds: 360 }
		});
		await take(house, [[few, 'Hùng']]);
		house.clock.pass(6 * minute);
		await taking();
	});

	it('counts nothing of several when one of them is closed', async () => {
		const house = await aHouse();
		for (let i = 0; i < 3; i++) await take(house, [[few, 'house']]);
		for (const who of ['a', 'b', 'c', 'd'])
			await expect(
				take(house, [
					[few, who],
					[few, 'house']
				])
			).rejects.toMatchObject({ kind: 'too-many' });
		expect(await house.store.read.$count(allowances)).toBe(1);
	});

	it('counts every one of many at once, whoever counts', async () => {
		const house = await aHouse();
		const all = await Promise.allSettled(Array.from({ length: 40 }, () => take(house, [[few, 'Lan']])));
		expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
	});

	it('can be given back whole', async () => {
		const house = await aHouse();
		await countUp(house, [
			[few, 'Lan'],
			[few, 'Lan'],
			[few, 'Lan']
		]);
		expect(await waitFor(house, [[few, 'Lan']])).toBe(10 * minute);
		await forget(house, [few, 'Lan']);
		expect(await waitFor(house, [[few, 'Lan']])).toBe(0);
	});

	it('keeps no word of what was counted, and is swept when it is over', async () => {
		const house = await aHouse();
		await countUp(house, [[few, '203.0.113.7']]);
		expect(JSON.stringify(await house.store.read.select().from(allowances))).not.toContain('203');
		house.clock.pass(11 * minute);
		await countUp(house, [[few, 'another']]);
		expect(await house.store.read.$count(allowances)).toBe(1);
	});
});

describe('guessing a password', () => {
	it('is slowed more and more, for that number only', async () => {
		const house = await aHouse();
		await aPerson(house);
		for (let i = 0; i < 5; i++) await wrong(house).toMatchObject({ code: 'identity.wrong-password' });
		for (const minutes of [1, 2, 4, 8, 15, 15]) {
			await wrong(house).toMatchObject({
				code: 'identity.too-many-tries',
				details: { values: { minutes }, retryAfterSeconds: minutes * 60 }
			});
			await wrong(house, undefined, '0900000000').toMatchObject({ kind: 'unauthenticated' });
			if (minutes === 1)
				for (const row of await house.store.read.select().from(allowances))
					expect(JSON.stringify(row)).not.toContain('912345678');
			house.clock.pass(minutes * minute);
			await forget(house, [{ name: 'password', free: 0, minutes: 0 }, '0900000000']);
			await wrong(house).toMatchObject({ code: 'identity.wrong-password' });
		}
		house.clock.pass(15 * minute);
		await enter(house);
	});

	it('does not lock out its owner where she has signed in before', async () => {
		const house = await aHouse();
		const { actor } = await aPerson(house);
		const hers = { deviceId: 'hers', knownIds: [actor.accountId ?? ''], address: '203.0.113.7' };
		for (let i = 0; i < 5; i++) await wrong(house).toMatchObject({ kind: 'unauthenticated' });
		await expect(enter(house)).rejects.toMatchObject({ kind: 'too-many' });
		await enter(house, { caller: hers });
		for (let i = 0; i < 5; i++) await wrong(house, hers).toMatchObject({ kind: 'unauthenticated' });
		await expect(enter(house, { caller: hers })).rejects.toMatchObject({ details: { values: { minutes: 1 } } });
		await enter(house, { caller: { ...hers, deviceId: 'her other phone' } });
	});

	it('of another of the same number gains nothing from an account of one’s own', async () => {
		const house = await aHouse();
		await aPerson(house);
		const guesser = await aPerson(house, { name: 'Kẻ Đoán Mò', password: 'con mèo đen nhà em' });
		const his = { deviceId: 'his', knownIds: [guesser.actor.accountId ?? ''], address: null };
		for (let i = 0; i < 5; i++)
			await wrong(house, { ...his, deviceId: `his ${i}` }).toMatchObject({ kind: 'unauthenticated' });
		await expect(enter(house, { caller: his })).rejects.toMatchObject({ kind: 'too-many' });
		await enter(house, { caller: his, password: 'con mèo đen nhà em' });
	});

	it('is not what a right password is, however often', async () => {
		const house = await aHouse();
		await aPerson(house);
		for (let i = 0; i < 12; i++) await enterFrom(house);
		expect(await house.store.read.$count(allowances)).toBe(0);
	});

	it('is counted for tries that are sent at once', async () => {
		const house = await aHouse();
		const guess = () => guarded(house, [[currentPassword, 'someone']], () => Promise.resolve(undefined));
		const tries = await Promise.allSettled(Array.from({ length: 15 }, guess));
		expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
	});

	it('with one password at many numbers is slowed per device, and per address only beyond any honest crowd', async () => {
		const house = await aHouse();
		const { actor } = await aPerson(house);
		const caller = { deviceId: 'wide', knownIds: [], address: '203.0.113.7' };
		for (let i = 0; i < wrongPerDevice.free; i++)
			await wrong(house, caller, `09000000${i + 10}`).toMatchObject({ kind: 'unauthenticated' });
		await wrong(house, caller, '0911111111').toMatchObject({ code: 'identity.too-many-here' });
		await enter(house, { caller: { ...caller, deviceId: null } });

		const [row] = await house.store.read.select().from(allowances);
		expect(row).toBeDefined();
		expect(wrongPerAddress.free).toBeGreaterThanOrEqual(300 * 9);
		const keyHash = house.secrets.mark('allowances', `${wrongPerAddress.name} ${caller.address}`);
		const full = { ...oneMore({ ...wrongPerAddress, free: 1 }, undefined, house.clock.now()), keyHash };
		await house.store.transact(async (tx) => {
			await tx.insert(allowances).values(full).onConflictDoUpdate({ target: allowances.keyHash, set: full });
		});
		await expect(enter(house, { caller: { ...caller, deviceId: null } })).rejects.toMatchObject({
			code: 'identity.too-many-here'
		});
		await enter(house, { caller: { ...caller, deviceId: 'hers', knownIds: [actor.accountId ?? ''] } });
	});
});

describe('verifying records', () => {
	it('lets an office check five hundred genuine ones, and writes nothing', async () => {
		const house = await aCertifyingHouse();
		const { record } = await aRecord(house);
		const before = await house.store.read.$count(allowances);
		for (let i = 0; i < 500; i++) {
			const verify = () => verifyRecord(house, record.code);
			const { status } = await unlessGuessing(house, { address: '203.0.113.7', verify, misses: () => 0 });
			expect(status).toBe('valid');
		}
		expect(await house.store.read.$count(allowances)).toBe(before);
	});
});

describe('the line for checking passwords', () => {
	/** Work that ends when the test says so, on a clock that the test moves. */
	function aQueue() {
		let now = 0;
		const ends: (() => void)[] = [];
		const queue = patientQueue({ running: 2, longestWaitMs: 25_000, usualMs: 40, now: () => now });
		const work = () => new Promise<void>((resolve) => ends.push(resolve));
		const settle = () => new Promise((resolve) => setImmediate(resolve));
		return { queue, work, ends, settle, pass: (ms: number) => void (now += ms) };
	}

	it('runs two at a time and serves three hundred that come at once', async () => {
		const { queue, work, ends, settle, pass } = aQueue();
		const all = Array.from({ length: 300 }, () => queue(work));
		await settle();
		let most = 0;
		for (let done = 0; done < 300;) {
			most = Math.max(most, ends.length);
			pass(30);
			for (const end of ends.splice(0)) {
				end();
				done++;
			}
			await settle();
		}
		expect(most).toBe(2);
		await expect(Promise.all(all)).resolves.toHaveLength(300);
	});

	it('refuses at once whoever would wait longer than twenty-five seconds, and says when to come back', async () => {
		const { queue, work, ends, settle } = aQueue();
		const all = Array.from({ length: 1_252 }, () => queue(work));
		const late = queue(work);
		await expect(late).rejects.toMatchObject({ kind: 'unavailable', code: 'identity.busy' });
		await settle();
		for (let done = 0; done < all.length;) {
			for (const end of ends.splice(0)) {
				end();
				done++;
			}
			await settle();
		}
		await Promise.all(all);
	});

	it('tells whoever has waited too long because the machine grew slow', async () => {
		const { queue, work, ends, settle, pass } = aQueue();
		const [one, two, three] = [queue(work), queue(work), queue(work)];
		const refused = expect(three).rejects.toMatchObject({ code: 'identity.busy' });
		await settle();
		pass(25_001);
		for (const end of ends.splice(0)) end();
		await Promise.all([one, two, refused]);
		const next = queue(work);
		await settle();
		for (const end of ends.splice(0)) end();
		await next;
	});

	it('goes on after work that failed', async () => {
		const { queue } = aQueue();
		await expect(queue(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect(await queue(async () => 7)).toBe(7);
	});
});
