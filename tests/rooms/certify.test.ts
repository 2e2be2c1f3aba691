import { eq } from 'drizzle-orm';
import { createPublicKey, verify } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/index.ts';
import { openSigner, rotateKey } from '../../src/certify/index.ts';
import { issueRecord } from '../../src/certify/issue-record.ts';
import { newKey } from '../../src/certify/keys.ts';
import { listKeys, listRecords, readRecord } from '../../src/certify/read-records.ts';
import { completionRecords, recordOffers, signingKeys } from '../../src/certify/tables.ts';
import { verifyRecord } from '../../src/certify/verify-record.ts';
import { withdrawRecord } from '../../src/certify/withdraw-record.ts';
import { accounts } from '../../src/identity/tables.ts';
import { seedPlaces } from '../../src/places/index.ts';
import { visitor, type Actor } from '../../src/platform/actor.ts';
import { newId } from '../../src/platform/ids.ts';
import { Refusal } from '../../src/platform/refusal.ts';
import { facts } from '../../src/platform/tables.ts';
import type { TestHouse } from '../support/a-house.ts';
import { aPerson } from '../support/people.ts';
import {
	aCertifyingHouse,
	aLearner,
	aNotingHouse,
	aPassedAttempt,
	aRecord,
	administrator
} from '../support/records.ts';

const code = (work: Promise<unknown>) =>
	work.then(
		() => 'accepted',
		(error: unknown) => (error instanceof Refusal ? error.code : error)
	);
const keyFolder = (house: TestHouse) => join(house.config.dataDir, 'keys');
const keyFiles = (house: TestHouse) => readdirSync(keyFolder(house)).filter((name) => name.startsWith('signing-'));
const rightsOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('the signing key', () => {
	it('is made at the very first start, for its owner alone', async () => {
		const house = await aCertifyingHouse();
		const current = await house.signer.current();
		expect(current?.id).toMatch(/^[\w-]{16}$/);
		expect(keyFiles(house)).toEqual([`signing-${current?.id}.pem`]);
		expect(rightsOf(keyFolder(house))).toBe('700');
		expect(rightsOf(join(keyFolder(house), keyFiles(house)[0] ?? ''))).toBe('600');
	});

	it('is one, when several processes start at once', async () => {
		const house = await aNotingHouse();
		const signers = await Promise.all(Array.from({ length: 5 }, () => openSigner(house)));
		const ids = await Promise.all(signers.map(async (signer) => (await signer.current())?.id));
		expect(new Set(ids).size).toBe(1);
		expect((await listKeys(house)).keys).toHaveLength(1);
		expect(keyFiles(house)).toEqual([`signing-${ids[0]}.pem`]);
	});

	it('is missed, not replaced: nothing is issued without it, and everything goes on once it is back', async () => {
		const house = await aCertifyingHouse();
		const { record } = await aRecord(house);
		const [file = ''] = keyFiles(house);
		const path = join(keyFolder(house), file);
		const away = { ...house, signer: house.signer };
		const pem = readFileSync(path);
		rmSync(path);

		away.signer = await openSigner(house);
		expect(await away.signer.current()).toBeNull();
		expect(house.said.filter((line) => line.startsWith('error'))).toEqual([
			expect.stringContaining('cannot be issued: its private key file is not here')
		]);
		expect(keyFiles(house)).toEqual([]);
		expect((await listKeys(house)).keys).toHaveLength(1);

		const holder = await aLearner(house);
		const attemptId = await aPassedAttempt(house, holder);
		expect(await code(issueRecord(away, holder, { attemptId, name: 'Lan Anh' }))).toBe('certify.no-signing-key');
		expect((await verifyRecord(house, record.code)).status).toBe('valid');
		expect(house.said.filter((line) => line.startsWith('error'))).toHaveLength(1);

		writeFileSync(path, pem, { mode: 0o600 });
		expect(await code(issueRecord(away, holder, { attemptId, name: 'Lan Anh' }))).toBe('accepted');
	});

	it('is not used when its file holds another key, no key or nothing', async () => {
		const house = await aCertifyingHouse();
		for (const content of [newKey().pem, 'hello', '']) {
			writeFileSync(join(keyFolder(house), keyFiles(house)[0] ?? ''), content);
			const signer = await openSigner(house);
			expect(await signer.current()).toBeNull();
			expect(house.said.at(-1)).toContain('something else');
		}
	});

	it('is closed to others where it was open, and says so', async () => {
		const house = await aCertifyingHouse();
		const path = join(keyFolder(house), keyFiles(house)[0] ?? '');
		chmodSync(path, 0o644);
		chmodSync(keyFolder(house), 0o755);
		const signer = await openSigner(house);
		expect(await signer.current()).not.toBeNull();
		expect([rightsOf(path), rightsOf(keyFolder(house))]).toEqual(['600', '700']);
		expect(house.said.filter((line) => line.startsWith('warn'))).toHaveLength(2);
	});

	it('rotates: the old one signs no more, its records stay valid, a running server takes up the new one', async () => {
		const house = await aCertifyingHouse();
		const old = await aRecord(house);
		house.clock.pass(1000);
		const { id, file, retired } = await rotateKey(house);
		expect(retired).toBe(old.record.keyId);
		expect(rightsOf(file)).toBe('600');

		const young = await aRecord(house);
		expect(young.record.keyId).toBe(id);
		for (const { record } of [old, young])
			expect(await verifyRecord(house, record.code)).toMatchObject({ status: 'valid' });
		const { keys } = await listKeys(house);
		expect(keys.map((key) => [key.id, key.retiredAt !== null])).toEqual([
			[id, false],
			[retired, true]
		]);
		expect(keyFiles(house)).toHaveLength(2);
	});

	it('does not rotate where the new key cannot be kept', async () => {
		const house = await aCertifyingHouse();
		const before = await house.signer.current();
		rmSync(keyFolder(house), { recursive: true });
		writeFileSync(keyFolder(house), 'a file where the folder should be');
		await expect(rotateKey(house)).rejects.toThrow();
		rmSync(keyFolder(house));
		mkdirSync(keyFolder(house));
		const { keys } = await listKeys(house);
		expect(keys).toMatchObject([{ id: before?.id, retiredAt: null }]);
		expect(existsSync(join(keyFolder(house), `signing-${before?.id}.pem`))).toBe(false);
	});
});

describe('issuing', () => {
	it('signs what the record says, so that anyone can verify it with the public key alone', async () => {
		const house = await aCertifyingHouse();
		const { record } = await aRecord(house, undefined, "  H'Hen   Niê ");
		expect(record).toMatchObject({
			name: "H'Hen Niê",
			courseId: 'thu',
			courseTitle: 'Khóa thử: giữ kín mã',
			courseVersion: 3,
			score: 9,
			total: 10,
			passPercent: 75,
			status: 'valid',
			verifyUrl: `http://hoc.test/xac-minh/${record.code}`
		});
		expect(record.skills.map((skill) => skill.code)).toEqual(['p4.2', '1.2']);
		for (const { name } of record.skills) expect(name.length).toBeGreaterThan(3);

		const [row] = await house.store.read.select().from(completionRecords);
		const [key] = (await listKeys(house)).keys;
		if (!row || !key) throw new Error('no row or no key');
		const publicKey = createPublicKey({ key: key.publicKey, format: 'jwk' });
		const text = Buffer.from(row.canonicalText, 'utf8');
		expect(verify(null, text, publicKey, Buffer.from(row.signature, 'base64url'))).toBe(true);
		expect(JSON.parse(row.canonicalText)).toMatchObject({
			v: 2,
			type: 'completion',
			code: record.code,
			name: "H'Hen Niê",
			course: { id: 'thu', version: 3, hash: house.catalog.course('thu', 'vi')?.hash },
			kid: key.id,
			origin: 'http://hoc.test'
		});
	});

	it('gives the same record again, and refuses another name', async () => {
		const house = await aCertifyingHouse();
		const { holder, attemptId, record } = await aRecord(house);
		house.clock.pass(5000);
		const again = await issueRecord(house, holder, { attemptId, name: 'Nguyễn Thị  Lan' });
		expect(again).toEqual({ record, created: false });
		expect(await code(issueRecord(house, holder, { attemptId, name: 'Nguyễn Thị Hoa' }))).toBe(
			'certify.already-issued'
		);
		expect(await house.store.read.$count(completionRecords)).toBe(1);
		expect(await house.store.read.$count(facts, eq(facts.name, 'certify.issued'))).toBe(1);
	});

	it('makes one record of ten requests at once', async () => {
		const house = await aCertifyingHouse();
		const holder = await aLearner(house);
		const attemptId = await aPassedAttempt(house, holder);
		const issued = await Promise.all(
			Array.from({ length: 10 }, () => issueRecord(house, holder, { attemptId, name: 'Nguyễn Thị Lan' }))
		);
		expect(new Set(issued.map(({ record }) => record.code)).size).toBe(1);
		expect(issued.filter(({ created }) => created)).toHaveLength(1);
		expect(await house.store.read.$count(completionRecords)).toBe(1);
	});

	it('refuses an attempt of somebody else, one not passed, one not finished and one that is not there', async () => {
		const house = await aCertifyingHouse();
		const [holder, other] = [await aLearner(house), await aLearner(house)];
		const foreign = await aPassedAttempt(house, other);
		const failed = await aPassedAttempt(house, holder, { score: 2, passed: false });
		const open = await aPassedAttempt(house, holder, { finishedAt: null, score: null, passed: null });
		for (const attemptId of [foreign, failed, open, newId(), ''])
			expect(await code(issueRecord(house, holder, { attemptId, name: 'Nguyễn Thị Lan' }))).toBe(
				'certify.no-passed-attempt'
			);
		const visiting = { ...visitor(), deviceLearnerId: other.learnerId };
		expect(await code(issueRecord(house, visiting, { attemptId: foreign, name: 'Lan Anh' }))).toBe(
			'certify.no-passed-attempt'
		);
		expect(await house.store.read.$count(completionRecords)).toBe(0);
		expect(await house.store.read.$count(recordOffers)).toBe(0);
	});

	it('refuses a name that is none, says which field, and writes nothing', async () => {
		const house = await aCertifyingHouse();
		const holder = await aLearner(house);
		const attemptId = await aPassedAttempt(house, holder);
		const refused = await issueRecord(house, holder, { attemptId, name: 'Lan\u0007' }).catch((error: unknown) => error);
		expect(refused).toMatchObject({
			code: 'certify.wrong-name',
			details: { fields: [{ field: 'name', code: 'certify.name-characters' }] }
		});
		expect(await house.store.read.$count(completionRecords)).toBe(0);
	});

	it('tells of the course as it was when the quiz was begun', async () => {
		const house = await aCertifyingHouse();
		const holder = await aLearner(house);
		const attemptId = await aPassedAttempt(house, holder);
		const course: Catalog['course'] = (id, lang) => {
			const view = house.catalog.course(id, lang);
			return view && { ...view, hash: 'newer', title: 'Tên mới', skills: [] };
		};
		const renamed = { ...house, catalog: { ...house.catalog, course } };
		const { record } = await issueRecord(renamed, holder, { attemptId, name: 'Lan Anh' });
		expect(record.courseTitle).toBe('Khóa thử: giữ kín mã');
		expect(record.skills.map((skill) => skill.code)).toEqual(['p4.2', '1.2']);
	});
});

describe('verifying', () => {
	it('tells no more than is needed', async () => {
		const house = await aCertifyingHouse();
		const { record } = await aRecord(house);
		expect(await verifyRecord(house, record.code.toLowerCase().replaceAll('-', ' '))).toEqual({
			status: 'valid',
			code: record.code,
			kind: 'course',
			how: ['alone'],
			maskedName: 'Nguyễn Thị L.',
			courseTitle: 'Khóa thử: giữ kín mã',
			issuedAt: record.issuedAt,
			nameChecked: false,
			simulated: false,
			signature: { keyId: record.keyId, valid: true }
		});
	});

	it('tells an unknown code from a slip of the pen', async () => {
		const house = await aCertifyingHouse();
		const { record } = await aRecord(house);
		const slip = record.code.startsWith('2') ? `3${record.code.slice(1)}` : `2${record.code.slice(1)}`;
		expect(await verifyRecord(house, slip)).toEqual({ status: 'mistyped' });
		await house.store.transact(async (tx) => {
			await tx.delete(recordOffers);
			await tx.delete(completionRecords);
		});
		expect(await verifyRecord(house, record.code)).toEqual({ status: 'unknown', code: record.code });
	});

	it('finds a row that was altered', async () => {
		const house = await aCertifyingHouse();
		const { record } = await aRecord(house);
		const [row] = await house.store.read.select().from(completionRecords);
		const put = (change: Partial<typeof completionRecords.$inferInsert>) =>
			house.store.transact(async (tx) => void (await tx.update(completionRecords).set({ ...row, ...change })));
		for (const change of [
			{ name: 'Trần Văn Gian' },
			{ score: 10 },
			{ total: 9 },
			{ passPercent: 50 },
			{ courseId: 'khac' },
			{ courseVersion: 4 },
			{ courseHash: 'khac' },
			{ courseTitle: 'Khóa khác' },
			{ skills: [{ code: 'p1.1', name: 'Khác' }] },
			{ issuedAt: new Date('2020-01-01T00:00:00Z') },
			{ completedAt: new Date('2020-01-01T00:00:00Z') },
			{ simulated: true },
			{ canonicalText: '{}' },
			{ signature: 'AAAA' },
			{ signature: '' }
		]) {
			await put(change);
			expect([change, await verifyRecord(house, record.code)]).toEqual([
				change,
				{ status: 'invalid', code: record.code, signature: { keyId: record.keyId, valid: false } }
			]);
			expect(house.said.at(-1)).toContain('does not match its signature');
		}
		await put({});
		expect((await verifyRecord(house, record.code)).status).toBe('valid');
	});

	it('finds text and row altered alike, a foreign signature, and a key that was exchanged', async () => {
		const house = await aCertifyingHouse();
		const { record } = await aRecord(house);
		const [row] = await house.store.read.select().from(completionRecords);
		const forged = { score: 10, canonicalText: row?.canonicalText.replace('"score":9', '"score":10') ?? '' };
		await house.store.transact(async (tx) => {
			await tx.update(completionRecords).set(forged);
		});
		expect((await verifyRecord(house, record.code)).status).toBe('invalid');

		const { publicKey } = newKey();
		await house.store.transact(async (tx) => {
			await tx.update(completionRecords).set({ score: 9, canonicalText: row?.canonicalText ?? '' });
			await tx.update(signingKeys).set({ publicKey });
		});
		expect((await verifyRecord(house, record.code)).status).toBe('invalid');
	});
});

describe('withdrawing', () => {
	it('ends a record with a reason that everyone sees, once and for all', async () => {
		const house = await aCertifyingHouse();
		const { record, holder } = await aRecord(house);
		house.clock.pass(60_000);
		const withdrawnAt = house.clock.now().toISOString();
		const reason = 'Cấp nhầm người';
		expect(
			await withdrawRecord(house, administrator, { code: record.code, reason: ' Cấp nhầm  người\n' })
		).toMatchObject({
			status: 'withdrawn',
			withdrawnAt,
			reason
		});
		expect(await verifyRecord(house, record.code)).toMatchObject({
			status: 'withdrawn',
			withdrawnAt,
			reason,
			signature: { valid: true }
		});

		house.clock.pass(60_000);
		const twice = await withdrawRecord(house, administrator, { code: record.code, reason: 'Lý do khác' }).catch(
			(e: unknown) => e
		);
		expect(twice).toMatchObject({ code: 'certify.already-withdrawn', details: { extra: { withdrawnAt, reason } } });
		expect((await listRecords(house, holder)).records).toMatchObject([{ status: 'withdrawn', reason }]);
	});

	it('is for administrators of the holder’s place; who has no account belongs to no place below the top', async () => {
		const house = await aCertifyingHouse();
		const { record, holder } = await aRecord(house);
		const below: Actor = { ...visitor(), grants: [{ role: 'administrator', placeId: 'p', placePath: '/46/' }] };
		const helper: Actor = { ...visitor(), grants: [{ role: 'helper', placeId: 'p', placePath: '/' }] };
		for (const actor of [below, helper, holder])
			expect(await code(withdrawRecord(house, actor, { code: record.code, reason: 'Cấp nhầm người' }))).toBe(
				'identity.not-allowed'
			);
		expect((await verifyRecord(house, record.code)).status).toBe('valid');
	});

	it('is for the administrators of the place of the holder’s account, not of its neighbour', async () => {
		const house = await aCertifyingHouse();
		await seedPlaces(house);
		const { actor: holder } = await aPerson(house, { placeId: 'mau-dong-sen' });
		if (holder.learnerId === null) throw new Error('an account has a learner');
		const { record } = await aRecord(house, { ...holder, learnerId: holder.learnerId });
		const [account] = await house.store.read.select().from(accounts);
		const path = account?.placePath ?? '';
		expect(path).toMatch(/^\/[^/]+\/[^/]+\/$/);
		const at = (placePath: string): Actor => ({
			...visitor(),
			grants: [{ role: 'administrator', placeId: 'p', placePath }]
		});
		const withdrawal = { code: record.code, reason: 'Cấp nhầm người' };
		expect(await code(withdrawRecord(house, at('/01/'), withdrawal))).toBe('identity.not-allowed');
		expect(await code(readRecord(house, at('/01/'), record.code))).toBe('certify.no-such-record');
		expect(await code(readRecord(house, at(path), record.code))).toBe('accepted');
		expect(await code(withdrawRecord(house, at(path), withdrawal))).toBe('accepted');
	});

	it('refuses a reason that says nothing or too much', async () => {
		const house = await aCertifyingHouse();
		const { record } = await aRecord(house);
		for (const reason of ['', 'nhầm', '    x    ', 'x'.repeat(301)])
			expect(await code(withdrawRecord(house, administrator, { code: record.code, reason }))).toBe(
				'certify.wrong-reason'
			);
		expect((await verifyRecord(house, record.code)).status).toBe('valid');
	});
});

describe('what follows', () => {
	it('a passed quiz is offered a record, once, and the offer goes when it is collected', async () => {
		const house = await aCertifyingHouse();
		const holder = await aLearner(house);
		const attemptId = await aPassedAttempt(house, holder);
		const passed = { attemptId, learnerId: holder.learnerId, courseId: 'thu' };
		for (let i = 0; i < 2; i++) await house.store.transact((tx) => house.facts.record(tx, 'assess.passed', passed));
		await house.facts.runDue();
		expect((await listRecords(house, holder)).offers).toEqual([
			{
				attemptId,
				kind: 'course',
				courseId: 'thu',
				courseTitle: 'Khóa thử: giữ kín mã',
				offeredAt: house.clock.now().toISOString()
			}
		]);
		const { record } = await issueRecord(house, holder, { attemptId, name: 'Nguyễn Thị Lan' });
		expect(await listRecords(house, holder)).toEqual({ records: [record], offers: [] });
		await house.facts.runDue();
		expect(await house.store.read.select().from(recordOffers)).toMatchObject([{ attemptId, recordCode: record.code }]);
	});

	it('a quiz passed again offers nothing more while a record counts', async () => {
		const house = await aCertifyingHouse();
		const { holder, record } = await aRecord(house);
		const attemptId = await aPassedAttempt(house, holder);
		await house.store.transact((tx) => house.facts.record(tx, 'assess.passed', { attemptId }));
		await house.facts.runDue();
		expect((await listRecords(house, holder)).offers).toEqual([]);
		await withdrawRecord(house, administrator, { code: record.code, reason: 'Cấp nhầm người' });
		expect((await listRecords(house, holder)).offers).toMatchObject([{ attemptId }]);
	});

	it('records and offers go to whoever claims a device; of two of one course both stay, newest first', async () => {
		const house = await aCertifyingHouse();
		const own = await aRecord(house);
		house.clock.pass(1000);
		const onDevice = await aRecord(house);
		const claim = { fromLearnerId: onDevice.holder.learnerId, intoLearnerId: own.holder.learnerId };
		for (let i = 0; i < 2; i++)
			await house.store.transact((tx) => house.facts.record(tx, 'identity.device-claimed', claim));
		await house.facts.runDue();
		expect((await listRecords(house, own.holder)).records).toEqual([onDevice.record, own.record]);
		expect((await listRecords(house, onDevice.holder)).records).toEqual([]);
		expect((await verifyRecord(house, onDevice.record.code)).status).toBe('valid');
	});

	it('a record is there for its holder and the administrators above, for nobody else', async () => {
		const house = await aCertifyingHouse();
		const { holder, record } = await aRecord(house);
		expect(await readRecord(house, holder, record.code)).toEqual(record);
		expect(await readRecord(house, administrator, record.code)).toEqual(record);
		expect(await code(readRecord(house, await aLearner(house), record.code))).toBe('certify.no-such-record');
		expect(await code(readRecord(house, visitor(), record.code))).toBe('certify.no-such-record');
		expect(await code(readRecord(house, holder, 'abc'))).toBe('certify.mistyped-code');
	});
});
