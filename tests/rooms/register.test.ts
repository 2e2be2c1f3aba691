import { describe, expect, it } from 'vitest';
import { openDeliveries } from '../../src/certify/register/deliver.ts';
import { endConfirmation } from '../../src/certify/register/request-confirmation.ts';
import { openNationalRegister } from '../../src/certify/register/national-register.ts';
import { keyFromSeed, publicText } from '../../src/platform/message-signature.ts';
import { secretsFrom } from '../../src/platform/secrets.ts';
import { faults, type Fault } from '../../src/standins/register/faults.ts';
import { aLearner, aRecord } from '../support/records.ts';
import {
	aConfirmingHouse,
	allConfirmations,
	aRequest,
	aVouchedLearner,
	deliverAll,
	messagesOf,
	request,
	standing,
	type Confirming
} from '../support/register.ts';

const once = (house: Confirming, fault: Fault) => house.registerThere.choose({ faults: [fault], percent: 100 });
const well = (house: Confirming) => house.registerThere.choose({ faults: [], percent: 0 });
const there = (house: Confirming, code: string) => house.registerThere.book.find(code);

async function aSent(how: Parameters<typeof aConfirmingHouse>[0] = {}) {
	const house = await aConfirmingHouse(how);
	const holder = await aVouchedLearner(house);
	return { house, holder, code: await aRequest(house, holder) };
}

describe('a confirmation at the national register', () => {
	it('is asked for in the transaction of the record, and told step by step', async () => {
		const { house, code } = await aSent({ decideMs: 60_000 });
		const deliveries = openDeliveries(house);
		expect(await standing(house, code)).toMatchObject({ state: 'waiting', submittedAt: null, simulated: true });
		await deliveries.runDue();
		expect(await standing(house, code)).toMatchObject({ state: 'submitted', settledAt: null });
		house.clock.pass(61_000);
		await deliveries.runDue();
		expect(await standing(house, code)).toMatchObject({ state: 'confirmed', reason: null });
		expect(there(house, code)).toMatchObject({ status: 'confirmed', subject: expect.stringMatching(/^mp-/) });
	});

	it('keeps the subject only as a mark, and tells the register nothing but code, signed text and subject', async () => {
		const { house, code } = await aSent();
		await deliverAll(house);
		expect(JSON.stringify(await allConfirmations(house))).not.toMatch(/mp-|999\d{9}|Nguyễn/);
		expect(JSON.stringify(await messagesOf(house))).not.toMatch(/mp-|999\d{9}|Nguyễn/);
		expect(there(house, code)?.status).toBe('confirmed');
	});

	it.each(Object.keys(faults) as Fault[])('comes right after the register was: %s', async (fault) => {
		const { house, code } = await aSent({ slowMs: 500, patience: 200 });
		once(house, fault);
		await openDeliveries(house).runDue();
		if (fault !== 'twice') expect((await standing(house, code))?.state).not.toBe('confirmed');
		well(house);
		await deliverAll(house);
		const expected = { refuse: 'refused', 'someone-else': 'waiting' }[fault as string] ?? 'confirmed';
		expect((await standing(house, code))?.state).toBe(expected);
		if (fault !== 'someone-else') expect(there(house, code)?.status).toBe(expected);
	});

	it('is never called confirmed where the register confirmed somebody else: an officer has to look at it', async () => {
		const { house, code } = await aSent();
		once(house, 'someone-else');
		await openDeliveries(house).runDue();
		expect(await standing(house, code)).toMatchObject({ state: 'waiting' });
		expect(await messagesOf(house)).toMatchObject([{ state: 'dead', fault: 'someone-else' }]);
	});

	it('refused says why', async () => {
		const { house, code } = await aSent();
		once(house, 'refuse');
		await openDeliveries(house).runDue();
		expect(await standing(house, code)).toMatchObject({ state: 'refused', reason: expect.stringMatching(/^[a-z-]+$/) });
	});

	it('waits, and is not sent, for somebody for whom nobody has vouched', async () => {
		const house = await aConfirmingHouse();
		const { record } = await aRecord(house, await aLearner(house));
		await request(house, record.code);
		await deliverAll(house, 2);
		expect(await messagesOf(house)).toMatchObject([{ state: 'waiting', fault: 'no-identity' }]);
		expect(there(house, record.code)).toBeNull();
	});

	it('in earnest is never sent to a stand-in', async () => {
		const house = await aConfirmingHouse();
		const code = await aRequest(house, await aVouchedLearner(house, { simulated: false }));
		await deliverAll(house, 2);
		expect(await messagesOf(house)).toMatchObject([{ state: 'waiting', fault: 'not-for-practice' }]);
		expect(there(house, code)).toBeNull();
	});

	it('is not sent at all where stand-ins may not be used', async () => {
		const { house, code } = await aSent();
		const strict = { ...house, config: { ...house.config, standInsAllowed: false } };
		expect(await openDeliveries(strict).runDue()).toBe(0);
		expect(there(house, code)).toBeNull();
	});
});

describe('the order', () => {
	it('of one person’s messages is kept: what failed holds those after it, and nobody else’s', async () => {
		const { house, holder, code: first } = await aSent();
		const second = await aRequest(house, holder);
		once(house, 'down');
		const deliveries = openDeliveries(house);
		await deliveries.runDue();
		well(house);
		const other = await aRequest(house, await aVouchedLearner(house));
		await deliveries.runDue();
		expect([there(house, first), there(house, second), there(house, other)?.status]).toEqual([null, null, 'confirmed']);
		await deliverAll(house);
		expect([there(house, first)?.status, there(house, second)?.status]).toEqual(['confirmed', 'confirmed']);
	});

	it('does not hang on the clock: set back by a day, all goes on', async () => {
		const { house, holder, code } = await aSent();
		once(house, 'down');
		await openDeliveries(house).runDue();
		well(house);
		house.clock.pass(-3 * 86_400_000);
		const later = await aRequest(house, holder);
		await openDeliveries(house).runDue();
		expect([there(house, code)?.status, there(house, later)?.status]).toEqual(['confirmed', 'confirmed']);
	});
});

describe('a record that no longer counts', () => {
	it('is never sent where it was not', async () => {
		const { house, code } = await aSent();
		await house.store.transact((tx) => endConfirmation(tx, house, { code }));
		await deliverAll(house);
		expect(await standing(house, code)).toMatchObject({ state: 'cancelled' });
		expect(there(house, code)).toBeNull();
	});

	it('is struck out at the register where it was confirmed', async () => {
		const { house, code } = await aSent();
		await deliverAll(house);
		await house.store.transact((tx) => endConfirmation(tx, house, { code, replacedBy: 'another' }));
		await deliverAll(house);
		expect(await standing(house, code)).toMatchObject({ state: 'withdrawn' });
		expect(there(house, code)?.status).toBe('withdrawn');
	});

	it('is struck out after it arrived, where the answer was lost on the way', async () => {
		const { house, code } = await aSent();
		once(house, 'lost');
		await openDeliveries(house).runDue();
		well(house);
		await house.store.transact((tx) => endConfirmation(tx, house, { code }));
		await deliverAll(house);
		expect(await standing(house, code)).toMatchObject({ state: 'withdrawn' });
		expect(there(house, code)?.status).toBe('withdrawn');
	});
});

describe('several workers', () => {
	it('tell each thing once, and who lost the lease says nothing', async () => {
		const house = await aConfirmingHouse();
		const codes: string[] = [];
		for (let i = 0; i < 20; i++) codes.push(await aRequest(house, await aVouchedLearner(house)));
		const counts = await Promise.all([1, 2, 3].map(() => openDeliveries(house).runDue()));
		expect(counts.reduce((a, b) => a + b)).toBe(20);
		expect((await messagesOf(house)).every(({ attempts, state }) => attempts === 1 && state === 'done')).toBe(true);
		expect(codes.map((code) => there(house, code)?.status)).toEqual(codes.map(() => 'confirmed'));
	});
});

describe('who speaks', () => {
	it('is known by the key: a register with another key is not believed, nor a site', async () => {
		const { house, code } = await aSent();
		const { REGISTER_URL: url, REGISTER_KEY: key } = house.registerThere.settings;
		const foreign = publicText(keyFromSeed(Buffer.alloc(32, 1)));
		const unbelieved = openNationalRegister({ url, key: foreign }, house);
		await expect(unbelieved.isStandIn()).rejects.toMatchObject({ fault: 'untrusted' });
		const secrets = secretsFrom('another installation’s secret, long enough');
		const unknown = openNationalRegister({ url, key }, { ...house, secrets });
		await expect(unknown.find(code)).rejects.toMatchObject({ fault: 'rejected' });
	});

	it('can’t be played back: a request that was overheard counts once', async () => {
		const { house } = await aSent();
		const heard: [string, RequestInit][] = [];
		const real = globalThis.fetch;
		globalThis.fetch = (url, init) => {
			heard.push([String(url), init ?? {}]);
			return real(url, init);
		};
		try {
			await openDeliveries(house).runDue();
		} finally {
			globalThis.fetch = real;
		}
		const put = heard.find(([, { method }]) => method === 'PUT');
		const again = await real(put?.[0] ?? '', put?.[1]);
		expect([again.status, await again.json()]).toMatchObject([401, { error: 'replayed', standIn: true }]);
	});

	it('with a clock that is far off is told so, and nothing is lost', async () => {
		const { house, code } = await aSent();
		const slow = { ...house, clock: { ...house.clock, now: () => new Date(house.clock.now().getTime() + 3_600_000) } };
		const { REGISTER_URL: url, REGISTER_KEY: key } = house.registerThere.settings;
		await expect(openNationalRegister({ url, key }, slow).find(code)).rejects.toMatchObject({ fault: 'clock' });
	});
});
