import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { answers, attempts, reviewCards } from '../../src/assess/tables.ts';
import { completionRecords, recordOffers } from '../../src/certify/tables.ts';
import { mergesSweep } from '../../src/community/index.ts';
import { accountUnions } from '../../src/community/tables.ts';
import { grantRole } from '../../src/identity/grant-role.ts';
import { accounts, identities } from '../../src/identity/tables.ts';
import { checkAnswers, lessonProgress } from '../../src/learn/tables.ts';
import { applyRetention } from '../../src/privacy/index.ts';
import { accountOf, good } from '../support/classes.ts';
import { answer } from '../support/helped.ts';
import type { Phone } from '../support/index.ts';
import { anAdministrator } from '../support/people.ts';
import { passQuiz } from '../support/pass-quiz.ts';
import {
	aNewcomer,
	anAccount,
	aScene,
	away,
	identityOn,
	nameOn,
	password,
	signIn,
	type Scene
} from '../support/vneid-scene.ts';

const day = 24 * 3_600_000;

interface Two extends Scene {
	/** Signed in by password, with a passed quiz. */
	kept: Phone;
	/** Made through the provider, with a lesson begun and a passed quiz. */
	other: Phone;
}

/** One person with two accounts, both of which have learnt; the provider vouches for her on the phone of the first. */
async function twoAccounts(name = 'Nguyễn Thị Lan', birthYear = 1964): Promise<Two> {
	const scene = await aScene();
	const other = await aNewcomer(scene, 'lan');
	await passQuiz(scene, other);
	good(await answer(other, scene));
	const kept = await anAccount(scene, name, birthYear);
	await passQuiz(scene, kept);
	expect((await signIn(scene, kept, { person: 'lan' }, 'join')).body.outcome).toBe('waits');
	return { ...scene, kept, other };
}

const unite = (phone: Phone, part: object = {}) => phone.call('POST', '/me/unions', { sure: true, password, ...part });
const lastUnion = async (phone: Phone) => (await phone.call('GET', '/me/unions')).body.last;
const part = async (phone: Phone) => phone.call('DELETE', `/me/unions/${(await lastUnion(phone)).id}`);

/** All that the rooms keep of learning and of who opens what, whatever its order. */
async function everything({ house }: Scene): Promise<Record<string, string[]>> {
	const tables = {
		checkAnswers,
		lessonProgress,
		attempts,
		answers,
		reviewCards,
		completionRecords,
		recordOffers,
		accounts
	};
	const all: Record<string, string[]> = {};
	for (const [name, table] of Object.entries({ ...tables, identities }))
		all[name] = (await house.store.read.select().from(table)).map((row) => JSON.stringify(row)).sort();
	return all;
}

describe('two accounts of one person', () => {
	it('become one: the one she is in has all that both have learnt, and the identity opens it', async () => {
		const two = await twoAccounts();
		expect((await two.kept.call('GET', '/vneid/waiting')).body).toMatchObject({
			same: true,
			other: { name: 'Nguyễn Thị Lan' }
		});
		const before = await two.house.store.read.select().from(attempts);
		expect((await unite(two.kept)).status).toBe(204);
		const mine = new Set((await two.house.store.read.select().from(attempts)).map(({ learnerId }) => learnerId));
		expect([mine.size, before.length]).toEqual([1, 2]);
		expect((await two.other.call('GET', '/me/identity')).status).toBe(401);
		expect(await identityOn(two.kept)).toMatchObject({ name: 'Nguyễn Thị Lan', level: 2 });
		expect(await lastUnion(two.kept)).toMatchObject({ name: 'Nguyễn Thị Lan' });
		const anywhere = two.aPhone();
		expect((await signIn(two, anywhere, { person: 'lan' })).body.outcome).toBe('entered');
		expect(await lastUnion(anywhere)).not.toBeNull();
	});

	it('whoever comes with the name and password of the other is told where all of it is', async () => {
		const two = await twoAccounts();
		await unite(two.kept);
		const come = (word: string) => two.aPhone().call('POST', '/session', { identifier: 'lan', password: word });
		expect(await come(password)).toMatchObject({ status: 401, body: { code: 'identity.account-united' } });
		expect(await come('đoán bừa một câu')).toMatchObject({ status: 401, body: { code: 'identity.wrong-password' } });
		expect(
			(await two.aPhone().call('POST', '/accounts', { name: 'Lan', birthYear: 1990, username: 'lan', password })).status
		).toBe(409);
	});

	it('are as before when that is undone, to the last row', async () => {
		const two = await twoAccounts();
		const before = await everything(two);
		await unite(two.kept);
		expect(await everything(two)).not.toEqual(before);
		two.house.clock.pass(29 * day);
		expect((await part(two.kept)).status).toBe(204);
		const after = await everything(two);
		expect(after).toEqual(before);
		const again = two.aPhone();
		expect((await again.call('POST', '/session', { identifier: 'lan', password })).status).toBe(200);
		expect(await identityOn(again)).toMatchObject({ level: 2 });
		expect(await identityOn(two.kept)).toBeNull();
	});

	it('what was learnt after they became one stays with the one that was kept', async () => {
		const two = await twoAccounts();
		await unite(two.kept);
		const attemptId = await passQuiz(two, two.kept);
		await part(two.kept);
		expect((await two.kept.call('GET', `/attempts/${attemptId}/result`)).status).toBe(200);
		const again = two.aPhone();
		await again.call('POST', '/session', { identifier: 'lan', password });
		expect((await again.call('GET', `/attempts/${attemptId}/result`)).status).toBe(404);
	});

	it('after thirty days they stay one, and nothing of the other but its id is left', async () => {
		const two = await twoAccounts();
		await unite(two.kept);
		two.house.clock.pass(2 * day);
		await applyRetention(two.house);
		expect(await lastUnion(two.kept)).not.toBeNull(); // a deletion under way is something else
		two.house.clock.pass(29 * day);
		expect(await lastUnion(two.kept)).toBeNull();
		await mergesSweep(two.house).run();
		expect(await two.house.store.read.$count(accountUnions)).toBe(0);
		const closed = (await two.house.store.read.select().from(accounts)).filter(({ closedAt }) => closedAt !== null);
		expect(closed).toMatchObject([{ name: '', username: null, phone: null, passwordHash: '', birthYear: 0 }]);
		expect(await identityOn(two.kept)).toMatchObject({ name: 'Nguyễn Thị Lan' });
	});

	it('go both when she has everything deleted', async () => {
		const two = await twoAccounts();
		await unite(two.kept);
		expect((await two.kept.call('POST', '/me/erasure', { sure: true, password })).status).toBe(204);
		const left = await two.house.store.read.select().from(accounts);
		expect(left.map(({ name, username, closedAt }) => [name, username, closedAt === null])).toEqual([
			['', null, false],
			['', null, false]
		]);
		expect(await two.house.store.read.$count(accountUnions)).toBe(0);
		expect(await two.house.store.read.$count(identities)).toBe(0);
	});
});

describe('they stay two', () => {
	it('without being sure, without the password, and under another name without saying that it is hers', async () => {
		const two = await twoAccounts('Lan Bán Bún', 1965);
		const before = await everything(two);
		const refused = await unite(two.kept, { sure: false, password: '' });
		expect(refused.body.fields.map(({ field }: { field: string }) => field)).toEqual(['sure', 'differs', 'password']);
		expect(await unite(two.kept, { differs: true, password: 'không phải câu này' })).toMatchObject({
			status: 400,
			body: { fields: [{ field: 'password' }] }
		});
		expect(await everything(two)).toEqual(before);
		expect((await unite(two.kept, { differs: true })).status).toBe(204);
	});

	it('where nobody has shown that the other is hers too', async () => {
		const two = await twoAccounts();
		await two.kept.call('DELETE', '/vneid/waiting');
		expect(await unite(two.kept)).toMatchObject({ status: 409, body: { code: 'identity.vneid-nothing-waits' } });
		const stranger = await anAccount(two, 'Trần Văn Sáu', 1970);
		expect(await unite(stranger)).toMatchObject({ status: 409 });
	});

	it('where the other holds a role, which nobody takes along by herself', async () => {
		const two = await twoAccounts();
		const accountId = await accountOf(two.other);
		const administrator = await anAdministrator(two.house);
		await grantRole(two.house, administrator, { accountId, role: 'editor', placeId: 'vn' });
		expect(await unite(two.kept)).toMatchObject({ status: 409, body: { code: 'identity.vneid-other-has-roles' } });
		expect(await nameOn(two.other)).toBe('Nguyễn Thị Lan');
	});

	it('where the other was given a third one lately: those are parted first', async () => {
		const two = await twoAccounts();
		await unite(two.kept);
		const third = await anAccount(two, 'Nguyễn Thị Lan', 1964);
		await signIn(two, third, { person: 'lan' }, 'join');
		expect(await unite(third)).toMatchObject({ status: 409, body: { code: 'doubles.united-lately' } });
	});

	it('pressed twice at one moment it is done once', async () => {
		const two = await twoAccounts();
		const statuses = (await Promise.all([unite(two.kept), unite(two.kept)])).map(({ status }) => status);
		expect(statuses.sort()).toEqual([204, 409]);
		expect(await two.house.store.read.$count(accountUnions)).toBe(1);
	});

	it('nobody else can part them', async () => {
		const two = await twoAccounts();
		await unite(two.kept);
		const { id } = await lastUnion(two.kept);
		const stranger = await anAccount(two, 'Trần Văn Sáu', 1970);
		expect((await stranger.call('DELETE', `/me/unions/${id}`)).status).toBe(404);
		expect((await two.kept.call('DELETE', `/me/unions/${id}`)).status).toBe(204);
		expect((await two.kept.call('DELETE', `/me/unions/${id}`)).status).toBe(404);
	});
});

it('where number and user are two people’s, nobody is let in', async () => {
	const scene = await aScene();
	await aNewcomer(scene, 'lan');
	await aNewcomer(scene, 'minh-1');
	const rows = await scene.house.store.read.select().from(identities);
	const [lan, minh] = ['Nguyễn Thị Lan', 'Nguyễn Văn Minh'].map((name) => rows.find((row) => row.name === name));
	await scene.house.store.transact(async (tx) => {
		for (const [row, subjectHash] of [
			[lan, 'elsewhere'],
			[minh, lan?.subjectHash],
			[lan, minh?.subjectHash]
		] as const)
			await tx
				.update(identities)
				.set({ subjectHash: subjectHash ?? '' })
				.where(eq(identities.accountId, row?.accountId ?? ''));
	});
	const query = await away(scene, scene.aPhone(), { person: 'lan' });
	const answered = await scene.aPhone().call('POST', '/vneid/returns', { query });
	expect(answered.status).toBe(409); // another browser's trip
	expect(await signIn(scene, scene.aPhone(), { person: 'lan' })).toMatchObject({
		status: 403,
		body: { code: 'identity.vneid-contradicting' }
	});
});
