import { describe, expect, it } from 'vitest';
import { rotateKey } from '../../src/certify/index.ts';
import { withdrawRecord } from '../../src/certify/withdraw-record.ts';
import { accounts } from '../../src/identity/tables.ts';
import { endGrant, grantRole } from '../../src/identity/grant-role.ts';
import { makeReopening } from '../../src/identity/make-reopening.ts';
import { getAccountView, searchAccounts } from '../../src/identity/read-accounts.ts';
import { useReopening as openWithCode } from '../../src/identity/use-reopening.ts';
import { addVillages } from '../../src/places/add-villages.ts';
import { createPlace } from '../../src/places/create-place.ts';
import { visitor, type Actor } from '../../src/platform/actor.ts';
import { acceptSeal, recordAct, type Act } from '../../src/platform/audit.ts';
import { verifyAuditTrail } from '../../src/platform/audit-verification.ts';
import { secretsFrom } from '../../src/platform/secrets.ts';
import { auditEntries, auditHead } from '../../src/platform/tables.ts';
import { aHouse, type TestHouse } from '../support/a-house.ts';
import { anAdministrator, anInhabitedHouse, aPerson, device } from '../support/people.ts';
import { asDatabaseOwner, withoutTriggers } from '../support/raw-sql.ts';
import { aCertifyingHouse, administrator, aRecord } from '../support/records.ts';

const act = (id: string): Act => ({
	doer: { accountId: 'a', role: 'helper', placeId: 'p' },
	action: 'test.done',
	subject: { kind: 'account', id },
	placePath: '/46/',
	details: { z: 1, a: 'đ', list: null }
});

const record = (house: TestHouse, id = 'x') => house.store.transact((tx) => recordAct(tx, house, act(id)));
const verify = (house: TestHouse, known?: { number: number; hash: string }) =>
	verifyAuditTrail(house.store.read, house.secrets, known);
const entriesOf = async ({ store }: TestHouse) =>
	(await store.read.select().from(auditEntries)).sort((a, b) => a.number - b.number);

/** A house with a chain of so many entries, whose database somebody can write to. */
async function aChain(length: number): Promise<TestHouse> {
	const house = await aHouse();
	for (let i = 1; i <= length; i++) await record(house, `s${i}`);
	await withoutTriggers(house.config);
	return house;
}

describe('the chain', () => {
	it('holds what was done, each entry bound to the one before', async () => {
		const house = await aHouse();
		expect(await verify(house)).toMatchObject({ whole: true, count: 0 });
		await record(house, 'first');
		house.clock.pass(1234);
		await record(house, 'second');
		const [first, second] = await entriesOf(house);
		expect(first).toMatchObject({ number: 1, actorId: 'a', actorRole: 'helper', previousHash: '0'.repeat(64) });
		expect(second).toMatchObject({ number: 2, previousHash: first?.hash, details: '{"a":"đ","list":null,"z":1}' });
		expect(await verify(house)).toEqual({ whole: true, count: 2, hash: second?.hash });
	});

	it('is unbroken after twenty acts at once', async () => {
		const house = await aHouse();
		await Promise.all(Array.from({ length: 20 }, (_, i) => record(house, `s${i}`)));
		expect(await verify(house)).toMatchObject({ whole: true, count: 20 });
		const subjects = (await entriesOf(house)).map(({ subjectId }) => subjectId);
		expect(new Set(subjects).size).toBe(20);
	});

	it('is walked in pages to its end', async () => {
		const house = await aHouse();
		await house.store.transact(async (tx) => {
			for (let i = 0; i < 1001; i++) await recordAct(tx, house, act(`s${i}`));
		});
		expect(await verify(house)).toMatchObject({ whole: true, count: 1001 });
	});

	it('has no entry of an act that did not happen', async () => {
		const house = await aHouse();
		await record(house);
		const work = house.store.transact(async (tx) => {
			await recordAct(tx, house, act('undone'));
			throw new Error('stop');
		});
		await expect(work).rejects.toThrow('stop');
		expect(await verify(house)).toMatchObject({ whole: true, count: 1 });
	});
});

describe('the database itself', () => {
	it.each([
		"update audit_entries set action = 'x.y' where number = 1",
		'update audit_entries set number = number + 5',
		'delete from audit_entries where number = 2',
		'delete from audit_head'
	])('refuses: %s', async (statement) => {
		const house = await aHouse();
		await record(house);
		await record(house);
		await expect(asDatabaseOwner(house.config, statement)).rejects.toThrow(/never/);
		expect(await verify(house)).toMatchObject({ whole: true, count: 2 });
	});

	it('refuses to put another entry in the place of one', async () => {
		const house = await aHouse();
		await record(house);
		const copy = `insert ${house.config.databaseUrl === null ? 'or replace ' : ''}into audit_entries select * from audit_entries`;
		await expect(asDatabaseOwner(house.config, copy)).rejects.toThrow(/never|duplicate/);
		expect(await verify(house)).toMatchObject({ whole: true, count: 1 });
	});
});

describe('whoever writes to the database without the secret', () => {
	it.each([
		['a changed role', "update audit_entries set actor_role = 'officer' where number = 3", 3, 'changed'],
		['changed details', "update audit_entries set details = '{}' where number = 3", 3, 'changed'],
		['an exchanged hash', "update audit_entries set hash = 'x' where number = 3", 3, 'changed'],
		['an exchanged link', "update audit_entries set previous_hash = 'x' where number = 3", 3, 'changed'],
		['a removed entry', 'delete from audit_entries where number = 3', 3, 'missing'],
		['a removed beginning', 'delete from audit_entries where number = 1', 1, 'missing'],
		['a removed end', 'delete from audit_entries where number > 4', 5, 'cut-off'],
		['everything removed but the head', 'delete from audit_entries', 1, 'cut-off'],
		[
			'a head taken back',
			'update audit_head set count = 5, hash = (select hash from audit_entries where number = 5)',
			6,
			'put-on'
		],
		['a head that is gone', 'delete from audit_head', 6, 'unsealed'],
		["another's seal", "update audit_head set mark = 'forged'", 6, 'unsealed']
	])('is found out: %s', async (_name, statement, number, fault) => {
		const house = await aChain(6);
		await asDatabaseOwner(house.config, statement);
		expect(await verify(house)).toMatchObject({ whole: false, number, fault });
	});

	it('is found out by entries that changed places', async () => {
		const house = await aChain(6);
		const swap = (from: number, to: number) => `update audit_entries set number = ${to} where number = ${from}`;
		await asDatabaseOwner(house.config, swap(3, 99), swap(5, 3), swap(99, 5));
		expect(await verify(house)).toMatchObject({ whole: false, number: 3, fault: 'moved' });
	});

	it('is found out by an end that was cut off together with its head', async () => {
		const house = await aChain(6);
		const [, , , fourth] = await entriesOf(house);
		await asDatabaseOwner(
			house.config,
			'delete from audit_entries where number > 4',
			`update audit_head set count = 4, hash = '${fourth?.hash}'`
		);
		expect(await verify(house)).toMatchObject({ whole: false, number: 4, fault: 'unsealed' });
	});

	it('is found out later too: acts after it do not cover it up', async () => {
		const house = await aChain(6);
		const [, , , fourth] = await entriesOf(house);
		await asDatabaseOwner(
			house.config,
			'delete from audit_entries where number > 4',
			`update audit_head set count = 4, hash = '${fourth?.hash}'`
		);
		await record(house, 'later');
		expect((await entriesOf(house)).map(({ action }) => action).slice(4)).toEqual(['audit.seal-broken', 'test.done']);
		expect(await verify(house)).toMatchObject({ whole: false, number: 5, fault: 'unsealed' });
	});

	it('is found out by what was kept elsewhere, even with an old copy of everything', async () => {
		const house = await aChain(4);
		const copy = await house.store.read.select().from(auditHead);
		await record(house, 'fifth');
		const fifth = (await entriesOf(house))[4];
		const known = { number: 5, hash: fifth?.hash ?? '' };
		expect(await verify(house, known)).toMatchObject({ whole: true });
		await asDatabaseOwner(
			house.config,
			'delete from audit_entries where number > 4',
			`update audit_head set count = 4, hash = '${copy[0]?.hash}', mark = '${copy[0]?.mark}'`
		);
		expect(await verify(house)).toMatchObject({ whole: true, count: 4 });
		expect(await verify(house, known)).toMatchObject({ whole: false, number: 5, fault: 'cut-off' });
		await record(house, 'another fifth');
		expect(await verify(house, known)).toMatchObject({ whole: false, number: 5, fault: 'not-known' });
	});
});

describe('a secret that was changed on purpose', () => {
	it('is told apart only by whoever can run commands on the server', async () => {
		const house = await aHouse();
		await record(house);
		const renewed = { ...house, secrets: secretsFrom('another secret, just as long as it was') };
		expect(await verify(renewed)).toMatchObject({ whole: false, number: 1, fault: 'unsealed' });
		await record(renewed);
		expect(await verify(renewed)).toMatchObject({ whole: false, number: 2, fault: 'unsealed' });
		await renewed.store.transact((tx) => acceptSeal(tx, renewed));
		expect(await verify(renewed)).toMatchObject({ whole: true, count: 4 });
	});
});

describe('what is written down', () => {
	const actionsIn = async (house: TestHouse) =>
		(await entriesOf(house)).map(({ action, actorRole, placePath }) => `${action} ${actorRole} ${placePath}`);

	it('is everything that caretakers and administrators do with accounts', async () => {
		const house = await anInhabitedHouse();
		const top = await anAdministrator(house);
		const { actor } = await aPerson(house, { placeId: 'mau-dong-sen' });
		const accountId = actor.accountId ?? '';
		const helper: Actor = {
			...visitor(),
			accountId: top.accountId,
			grants: [{ role: 'helper', placeId: 'mau-dong-sen', placePath: '/mau/dong-sen/' }]
		};
		await searchAccounts(house, helper, { query: 'Nguyễn' });
		await getAccountView(house, helper, accountId);
		const { code } = await makeReopening(house, helper, { accountId });
		const choice = { identifier: '0912345678', password: 'mưa rơi mái lá', device };
		await openWithCode(house, visitor(), { ...choice, code });
		const { id } = await grantRole(house, top, { accountId, role: 'helper', placeId: 'mau' });
		await grantRole(house, top, { accountId, role: 'helper', placeId: 'mau' });
		await endGrant(house, top, id);
		expect(await actionsIn(house)).toEqual([
			'identity.first-administrator-made administrator /',
			'identity.accounts-searched helper /mau/dong-sen/',
			'identity.account-viewed helper /mau/dong-sen/',
			'identity.reopening-made helper /mau/dong-sen/',
			'identity.reopening-used learner /mau/dong-sen/',
			'identity.grant-given administrator /mau/',
			'identity.grant-ended administrator /mau/'
		]);
		expect(await verify(house)).toMatchObject({ whole: true, count: 7 });
	});

	it('holds no name, number, password, code or typed word', async () => {
		const house = await anInhabitedHouse();
		const top = await anAdministrator(house);
		const { actor } = await aPerson(house, { placeId: 'mau-dong-sen', username: 'lan.sen' });
		await searchAccounts(house, top, { query: 'Nguyễn' });
		await searchAccounts(house, top, { query: '0912 345 678' });
		const { code } = await makeReopening(house, top, { accountId: actor.accountId ?? '' });
		const text = JSON.stringify(await entriesOf(house));
		for (const word of ['Nguyễn', 'nguyen', 'Lan', '912345678', '345 678', 'lan.sen', 'quantri', '1985', code])
			expect(text).not.toContain(word);
		const [search] = (await entriesOf(house)).filter(({ action }) => action === 'identity.accounts-searched');
		expect(search).toMatchObject({ placePath: '/', details: '{"further":false,"results":1,"searched":true}' });
	});

	it('is a search for each place that it reached, with how many were found there', async () => {
		const house = await anInhabitedHouse();
		await aPerson(house, { placeId: 'mau-dong-sen-ha' });
		await aPerson(house, { name: 'Trần Lan', phone: '0988 888 888', placeId: 'vn-46' });
		await aPerson(house, { name: 'Vũ Lan', phone: '0977 777 777', placeId: 'vn-46' });
		const officer: Actor = {
			...visitor(),
			accountId: 'o',
			grants: ['mau/dong-sen', 'mau/dong-sen/ha', '46'].map((path) => ({
				role: 'officer',
				placeId: path,
				placePath: `/${path}/`
			}))
		};
		await searchAccounts(house, officer, { query: 'lan' });
		expect((await entriesOf(house)).map(({ placePath, details }) => [placePath, JSON.parse(details).results])).toEqual([
			['/46/', 2],
			['/mau/dong-sen/', 1]
		]);
	});

	it('does not change when an account is closed', async () => {
		const house = await anInhabitedHouse();
		const top = await anAdministrator(house);
		await getAccountView(house, top, top.accountId ?? '');
		await house.store.transact(async (tx) => {
			await tx.update(accounts).set({ closedAt: house.clock.now(), name: '' });
		});
		expect(await verify(house)).toMatchObject({ whole: true, count: 2 });
	});

	it('is nothing where the act was refused', async () => {
		const house = await anInhabitedHouse();
		const { actor } = await aPerson(house, { placeId: 'mau-dong-sen' });
		const stranger: Actor = {
			...visitor(),
			accountId: 'h',
			grants: [{ role: 'helper', placeId: 'x', placePath: '/46/' }]
		};
		const accountId = actor.accountId ?? '';
		await expect(getAccountView(house, stranger, accountId)).rejects.toMatchObject({ kind: 'not-found' });
		await expect(makeReopening(house, stranger, { accountId })).rejects.toMatchObject({ kind: 'not-found' });
		expect(await entriesOf(house)).toEqual([]);
	});

	it('is what officers do with places', async () => {
		const house = await anInhabitedHouse();
		const officer: Actor = {
			...visitor(),
			accountId: 'o',
			grants: [{ role: 'officer', placeId: 'vn-46', placePath: '/46/' }]
		};
		const contacts = [{ kind: 'team' as const, name: 'Tổ của bà Sáu', phone: '0911 222 333' }];
		const place = await createPlace(house, officer, {
			parentId: 'vn-46',
			name: 'Sen Hồng',
			villages: 'Thôn 1',
			contacts
		});
		await addVillages(house, officer, { placeId: place.id, villages: 'Thôn 1\nThôn 2\nThôn 3' });
		await addVillages(house, officer, { placeId: place.id, villages: 'Thôn 1' });
		const [made, added, ...rest] = await entriesOf(house);
		expect(rest).toEqual([]);
		expect(made).toMatchObject({
			action: 'places.place-made',
			actorRole: 'officer',
			actorPlaceId: 'vn-46',
			subjectId: place.id,
			placePath: place.path,
			details: '{"contacts":1,"kind":"commune","villages":1}'
		});
		expect(added).toMatchObject({ action: 'places.villages-added', details: '{"added":2,"known":1}' });
	});

	it('is a record withdrawn and a key changed, without the reason or the name', async () => {
		const house = await aCertifyingHouse();
		const { record: paper } = await aRecord(house);
		await withdrawRecord(house, { ...administrator, accountId: null }, { code: paper.code, reason: 'Bà Lan cấp nhầm' });
		const { id, retired } = await rotateKey(house);
		const [withdrawn, rotated] = await entriesOf(house);
		expect(withdrawn).toMatchObject({ action: 'certify.record-withdrawn', subjectId: paper.code, placePath: '/' });
		expect(JSON.stringify(withdrawn)).not.toContain('Lan');
		expect(rotated).toMatchObject({
			action: 'certify.key-rotated',
			actorId: null,
			actorRole: 'command',
			subjectId: id,
			details: JSON.stringify({ retired })
		});
	});
});
