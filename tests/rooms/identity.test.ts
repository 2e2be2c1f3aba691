import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { claimDeviceLearning } from '../../src/identity/claim-device-learning.ts';
import { changePassword } from '../../src/identity/change-password.ts';
import { readMe } from '../../src/identity/me.ts';
import { addLearner, findDeviceLearner } from '../../src/identity/queries.ts';
import { renewSession } from '../../src/identity/renew-session.ts';
import { findSignedIn } from '../../src/identity/session-queries.ts';
import { endOneSession, listSessions, signOutEverywhere } from '../../src/identity/sessions.ts';
import { signIn } from '../../src/identity/sign-in.ts';
import { accounts, learners } from '../../src/identity/tables.ts';
import type { Issued } from '../../src/identity/tokens.ts';
import { visitor } from '../../src/platform/actor.ts';
import { facts } from '../../src/platform/tables.ts';
import { aHouse, type TestHouse } from '../support/a-house.ts';
import { actorOf, aDeviceLearner, anInhabitedHouse, aPerson, device, enter, password } from '../support/people.ts';

const minute = 60_000;

describe('making an account', () => {
	it('needs a name, a year of birth, a phone number or a username, and a password', async () => {
		const house = await anInhabitedHouse();
		const { actor } = await aPerson(house, { placeId: 'mau-dong-sen' });
		const me = await readMe(house, actor);
		expect(me).toMatchObject({
			account: { name: 'Nguyễn Thị Lan', phone: '0912345678', username: null, birthYear: 1985 },
			roles: [],
			learner: { known: true },
			deviceLearning: null
		});
		expect(me.account?.place).toMatchObject({ id: 'mau-dong-sen', path: '/mau/dong-sen/' });
	});

	it('keeps the password as an argon2id hash only', async () => {
		const house = await aHouse();
		await aPerson(house);
		const [row] = await house.store.read.select().from(accounts);
		expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(JSON.stringify(row)).not.toContain('ruộng');
	});

	it('says everything that is wrong at once and writes nothing', async () => {
		const house = await anInhabitedHouse();
		const refused = aPerson(house, {
			name: '<b>',
			birthYear: 2025,
			phone: '12',
			username: 'x y',
			password: 'matkhau123'
		});
		await expect(refused).rejects.toMatchObject({
			kind: 'invalid',
			details: {
				fields: [
					{ field: 'name', code: 'identity.name-wrong' },
					{ field: 'birthYear', code: 'identity.birth-year-wrong' },
					{ field: 'phone', code: 'identity.phone-wrong' },
					{ field: 'username', code: 'identity.username-wrong' },
					{ field: 'password', code: 'identity.password-common' }
				]
			}
		});
		await expect(aPerson(house, { placeId: 'nowhere' })).rejects.toMatchObject({
			details: { fields: [{ field: 'placeId' }] }
		});
		expect(await house.store.read.$count(accounts)).toBe(0);
		expect(await house.store.read.$count(learners)).toBe(0);
	});

	it('gives a username to one person and suggests a free one', async () => {
		const house = await aHouse();
		await aPerson(house, { phone: '', username: 'Lan.Sen' });
		const refused = aPerson(house, { phone: '', username: 'lan.sen', name: 'Lê Lan' });
		await expect(refused).rejects.toMatchObject({
			code: 'identity.username-taken',
			kind: 'conflict',
			details: { extra: { suggestion: 'lan.sen.85' } }
		});
	});

	it('gives a username to one of two people who ask at once', async () => {
		const house = await aHouse();
		const ask = (name: string) => aPerson(house, { phone: '', username: 'lan.sen', name });
		const both = await Promise.allSettled([ask('Lê Lan'), ask('Vũ Lan')]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(await house.store.read.$count(accounts)).toBe(1);
	});

	it('knows a form that was sent twice', async () => {
		const house = await aHouse();
		await aPerson(house);
		await expect(aPerson(house)).rejects.toMatchObject({ code: 'identity.account-exists' });
	});

	it('lets a family share one number, up to twelve', async () => {
		const house = await aHouse();
		const [first] = await house.store.read.select().from(accounts);
		expect(first).toBeUndefined();
		const { actor } = await aPerson(house);
		const [row] = await house.store.read.select().from(accounts);
		if (!row) throw new Error('no account');
		await house.store.transact(async (tx) => {
			for (let i = 2; i <= 12; i++) {
				const learnerId = await addLearner(tx, house.clock.now());
				await tx
					.insert(accounts)
					.values({ ...row, id: `person-${i}`, learnerId, name: `Người ${i}`, nameFolded: `nguoi ${i}` });
			}
		});
		expect(actor.accountId).toBe(row.id);
		await expect(aPerson(house, { name: 'Lê Mười Ba' })).rejects.toMatchObject({ code: 'identity.phone-full' });
	});
});

describe('learning on a device', () => {
	it('becomes the account’s own when the person who signs up says it is hers', async () => {
		const house = await aHouse();
		const learnerId = await aDeviceLearner(house);
		const { actor } = await aPerson(house, { takeDeviceLearning: true }, { ...visitor(), learnerId });
		expect(actor.learnerId).toBe(learnerId);
		expect(await findDeviceLearner(house.store.read, 'hash')).toBeUndefined();
	});

	it('stays with the device when she did not say so', async () => {
		const house = await aHouse();
		const learnerId = await aDeviceLearner(house);
		const { issued, actor } = await aPerson(house, {}, { ...visitor(), learnerId });
		expect(actor.learnerId).not.toBe(learnerId);
		const me = await readMe(house, await actorOf(house, issued, learnerId));
		expect(me.deviceLearning).toEqual({ present: true, asked: false });
	});

	it('is not asked about again when she said it is not hers', async () => {
		const house = await aHouse();
		const learnerId = await aDeviceLearner(house);
		const { issued } = await aPerson(house, { takeDeviceLearning: false }, { ...visitor(), learnerId });
		const me = await readMe(house, await actorOf(house, issued, learnerId));
		expect(me.deviceLearning).toEqual({ present: true, asked: true });
	});

	it('moves to whoever claims it, once, and tells the other rooms', async () => {
		const house = await aHouse();
		const learnerId = await aDeviceLearner(house);
		const told: unknown[] = [];
		house.facts.wire({
			'identity.device-claimed': [{ name: 'test.merge', react: async (payload) => void told.push(payload) }]
		});
		const { issued, actor } = await aPerson(house);
		const claiming = await actorOf(house, issued, learnerId);
		await claimDeviceLearning(house, claiming, { take: true });
		expect(told).toEqual([{ fromLearnerId: learnerId, intoLearnerId: actor.learnerId }]);
		const [merged] = await house.store.read.select().from(learners).where(eq(learners.id, learnerId));
		expect(merged?.mergedInto).toBe(actor.learnerId);
		await expect(claimDeviceLearning(house, claiming, { take: true })).rejects.toMatchObject({
			code: 'identity.already-claimed'
		});
		const other = await aPerson(house, { name: 'Lê Văn Hùng' });
		const late = claimDeviceLearning(house, { ...other.actor, deviceLearnerId: learnerId }, { take: true });
		await expect(late).rejects.toMatchObject({ code: 'identity.already-claimed' });
		expect(await house.store.read.$count(facts)).toBe(1);
	});

	it('is claimed by one of two who ask at once', async () => {
		const house = await aHouse();
		const deviceLearnerId = await aDeviceLearner(house);
		const one = await aPerson(house);
		const two = await aPerson(house, { name: 'Lê Văn Hùng' });
		const claims = [one, two].map(({ actor }) =>
			claimDeviceLearning(house, { ...actor, deviceLearnerId }, { take: true })
		);
		const results = await Promise.allSettled(claims);
		expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(await house.store.read.$count(facts)).toBe(1);
	});

	it('can’t be claimed where there is none', async () => {
		const house = await aHouse();
		const { actor } = await aPerson(house);
		await expect(claimDeviceLearning(house, actor, { take: true })).rejects.toMatchObject({
			code: 'identity.nothing-to-claim'
		});
	});
});

describe('signing in', () => {
	it.each(['0912345678', '+84 912 345 678', '0912.345.678'])('takes the phone number as %s', async (identifier) => {
		const house = await aHouse();
		const { actor } = await aPerson(house);
		const issued = await enter(house, { identifier });
		expect((await actorOf(house, issued)).accountId).toBe(actor.accountId);
	});

	it('takes a username in capitals, and a password typed on another keyboard', async () => {
		const house = await aHouse();
		await aPerson(house, { phone: '', username: 'lan.sen' });
		await enter(house, { identifier: ' LAN.SEN ', password: password.normalize('NFD') });
	});

	it('says the same of an unknown number, a wrong password and another person’s account', async () => {
		const house = await aHouse();
		await aPerson(house);
		const other = await aPerson(house, { phone: '0988 888 888' });
		const wrong = [
			{ identifier: '0900000000' },
			{ identifier: 'nobody' },
			{ password: `${password}!` },
			{ password: password.slice(0, -1) },
			{ accountId: other.actor.accountId ?? '' }
		];
		for (const part of wrong)
			await expect(enter(house, part)).rejects.toMatchObject({
				code: 'identity.wrong-password',
				kind: 'unauthenticated'
			});
	});

	it('asks which of a family it is when they chose the same password', async () => {
		const house = await aHouse();
		const one = await aPerson(house);
		const two = await aPerson(house, { name: 'Lê Văn Hùng', birthYear: 1982 });
		await aPerson(house, { name: 'Lê Bé', birthYear: 2012, password: 'con mèo đen nhà em' });
		const people = [
			{ accountId: one.actor.accountId, name: 'Nguyễn Thị Lan' },
			{ accountId: two.actor.accountId, name: 'Lê Văn Hùng' }
		];
		await expect(enter(house)).rejects.toMatchObject({ code: 'identity.which-person', details: { extra: { people } } });
		const issued = await enter(house, { accountId: two.actor.accountId ?? '' });
		expect((await actorOf(house, issued)).accountId).toBe(two.actor.accountId);
	});

	it('ends the session that this device had before', async () => {
		const house = await aHouse();
		const { actor } = await aPerson(house);
		await signIn(house, actor, { identifier: '0912345678', password, device });
		expect(await findSignedIn(house.store.read, actor.sessionId ?? '')).toBeUndefined();
	});
});

describe('a session', () => {
	const renewed = async (house: TestHouse, token: Issued) => {
		const next = await renewSession(house, token);
		if (!next) throw new Error('the session is over');
		return next;
	};
	const isOver = async (house: TestHouse, { sessionId }: Issued) =>
		(await findSignedIn(house.store.read, sessionId)) === undefined;

	it('goes on from token to token', async () => {
		const house = await aHouse();
		const { issued } = await aPerson(house);
		let token = issued;
		for (let i = 0; i < 5; i++) token = await renewed(house, token);
		expect(token.generation).toBe(6);
		expect(await isOver(house, token)).toBe(false);
	});

	it('survives a reply that was lost: the old token works until its successor is used', async () => {
		const house = await aHouse();
		const { issued } = await aPerson(house);
		const lost = await renewed(house, issued);
		const got = await renewed(house, issued);
		expect(got.tokenId).not.toBe(lost.tokenId);
		expect(await renewSession(house, got)).not.toBeNull();
		expect(await renewSession(house, got)).not.toBeNull();
	});

	it('ends, for everyone, when a token comes back whose successor was used', async () => {
		const house = await aHouse();
		const { issued } = await aPerson(house);
		const second = await renewed(house, issued);
		const third = await renewed(house, second);
		expect(await renewSession(house, issued)).toBeNull();
		expect(await isOver(house, issued)).toBe(true);
		expect(await renewSession(house, third)).toBeNull();
	});

	it('ends when a sibling of the used token comes', async () => {
		const house = await aHouse();
		const { issued } = await aPerson(house);
		const one = await renewed(house, issued);
		const sibling = await renewed(house, issued);
		await renewed(house, one);
		expect(await renewSession(house, sibling)).toBeNull();
		expect(await isOver(house, issued)).toBe(true);
	});

	it('goes on for two tabs that renew at once', async () => {
		const house = await aHouse();
		const { issued } = await aPerson(house);
		const [, kept] = await Promise.all([renewed(house, issued), renewed(house, issued)]);
		expect(kept && (await renewSession(house, kept))).not.toBeNull();
	});

	it('is known by device, and can be ended from another', async () => {
		const house = await aHouse();
		const { actor } = await aPerson(house);
		house.clock.pass(minute);
		const other = await signIn(house, visitor(), { identifier: '0912345678', password, device: 'windows edge' });
		const { sessions: open } = await listSessions(house, actor);
		expect(open.map((each) => [each.device, each.current])).toEqual([
			['Máy tính Windows, Edge', false],
			['Điện thoại Android, Chrome', true]
		]);
		await endOneSession(house, actor, other.sessionId);
		expect(await isOver(house, other)).toBe(true);
		await expect(endOneSession(house, actor, other.sessionId)).rejects.toMatchObject({
			code: 'identity.no-such-session'
		});
	});

	it('of somebody else can’t be ended', async () => {
		const house = await aHouse();
		const { issued } = await aPerson(house);
		const { actor } = await aPerson(house, { name: 'Lê Văn Hùng' });
		await expect(endOneSession(house, actor, issued.sessionId)).rejects.toMatchObject({ kind: 'not-found' });
		expect(await isOver(house, issued)).toBe(false);
	});

	it('ends with all the others on signing out everywhere', async () => {
		const house = await aHouse();
		const { issued, actor } = await aPerson(house);
		const other = await enter(house);
		await signOutEverywhere(house, actor);
		expect([await isOver(house, issued), await isOver(house, other)]).toEqual([true, true]);
	});
});

describe('changing the password', () => {
	const next = 'mưa rơi mái lá';

	it('signs out everywhere else and gives this device a new session', async () => {
		const house = await aHouse();
		const { actor, issued } = await aPerson(house);
		const other = await enter(house);
		const fresh = await changePassword(house, actor, { current: password, next, device });
		expect(await findSignedIn(house.store.read, fresh.sessionId)).toBeDefined();
		for (const { sessionId } of [issued, other])
			expect(await findSignedIn(house.store.read, sessionId)).toBeUndefined();
		await expect(enter(house)).rejects.toMatchObject({ code: 'identity.wrong-password' });
		await enter(house, { password: next });
	});

	it('is slowed too, because people of one number are tried together when one of them signs in', async () => {
		const house = await aHouse();
		await aPerson(house);
		let { actor } = await aPerson(house, { name: 'Kẻ Đoán Mò', password: 'đoán lần 0 nhé' });
		const guess = async (time: number) => {
			const [current, guessed] = [`đoán lần ${time - 1} nhé`, `đoán lần ${time} nhé`];
			await changePassword(house, actor, { current, next: guessed, device });
			actor = await actorOf(house, await enter(house, { password: guessed }));
		};
		for (let time = 1; time <= 5; time++) await guess(time);
		await expect(guess(6)).rejects.toMatchObject({ kind: 'too-many' });
	});

	it('needs the present one and a good new one, and is slowed against guessing', async () => {
		const house = await aHouse();
		const { actor } = await aPerson(house);
		const change = (current: string, to = next) => changePassword(house, actor, { current, next: to, device });
		await expect(change(password, '0912345678')).rejects.toMatchObject({
			details: { fields: [{ field: 'next', code: 'identity.password-personal' }] }
		});
		for (let i = 0; i < 5; i++)
			await expect(change('sai')).rejects.toMatchObject({ details: { fields: [{ field: 'current' }] } });
		await expect(change(password)).rejects.toMatchObject({ kind: 'too-many' });
	});
});
