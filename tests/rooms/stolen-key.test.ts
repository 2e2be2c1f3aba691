import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { distrustKey, rotateKey } from '../../src/certify/index.ts';
import { correctName } from '../../src/certify/correct-name.ts';
import { readIssuer } from '../../src/certify/credential/export-credential.ts';
import { listKeys, listRecords } from '../../src/certify/read-records.ts';
import { completionRecords } from '../../src/certify/tables.ts';
import { verifyRecord } from '../../src/certify/verify-record.ts';
import { withdrawRecord } from '../../src/certify/withdraw-record.ts';
import { auditEntries } from '../../src/platform/tables.ts';
import { administrator, aCertifyingHouse, aLearner, aRecord, type Certifying } from '../support/records.ts';
import { aConfirmingHouse, aRequest, aVouchedLearner, deliverAll } from '../support/register.ts';

const actsOf = async ({ store }: Certifying) =>
	(await store.read.select().from(auditEntries)).map(({ action }) => action);
const keyOf = async ({ signer }: Certifying) => (await signer.current())?.id ?? '';

describe('a key that is believed stolen', () => {
	it('signs no more, and each record that counts is signed anew and says the same', async () => {
		const house = await aCertifyingHouse();
		const { holder, record } = await aRecord(house, undefined, "H'Hen Niê");
		const ended = await aRecord(house);
		await withdrawRecord(house, { ...administrator, accountId: null }, { code: ended.record.code, reason: 'Cấp nhầm' });
		house.clock.pass(86_400_000);
		const stolen = await keyOf(house);
		const done = await distrustKey(house, stolen);
		expect(done).toEqual({ id: await keyOf(house), reissued: 1 });
		expect(done?.id).not.toBe(stolen);

		const { records } = await listRecords(house, holder);
		const [made, old] = records;
		expect(made).toMatchObject({ status: 'valid', keyId: done?.id, replaces: record.code, name: "H'Hen Niê" });
		for (const same of ['courseTitle', 'score', 'total', 'completedAt', 'how', 'nameChecked', 'simulated'] as const)
			expect([same, made?.[same]]).toEqual([same, record[same]]);
		expect(old).toMatchObject({ status: 'replaced', replacedBy: made?.code, reason: expect.stringContaining('bị lộ') });
		expect(await verifyRecord(house, made?.code ?? '')).toMatchObject({ status: 'valid', signature: { valid: true } });
		expect(await verifyRecord(house, record.code)).toMatchObject({ status: 'replaced', replacedBy: made?.code });
		expect(await verifyRecord(house, ended.record.code)).toMatchObject({ status: 'withdrawn', reason: 'Cấp nhầm' });
	});

	it('is told to phones as one that was never in time, and is not in the issuer’s document', async () => {
		const house = await aCertifyingHouse();
		const stolen = await keyOf(house);
		await distrustKey(house, stolen);
		const { keys } = await listKeys(house);
		expect(keys.find(({ id }) => id === stolen)?.retiredAt).toBe('1970-01-01T00:00:00.000Z');
		const document = JSON.stringify(await readIssuer(house));
		expect(document).not.toContain(stolen);
		expect(document).toContain(await keyOf(house));
	});

	it('asked for again changes nothing, and goes on where it was interrupted', async () => {
		const house = await aCertifyingHouse();
		const { record } = await aRecord(house);
		const stolen = await keyOf(house);
		await distrustKey(house, stolen);
		const signing = await keyOf(house);
		expect(await distrustKey(house, stolen)).toEqual({ id: signing, reissued: 0 });
		await house.store.transact(async (tx) => {
			const asBefore = { withdrawnAt: null, replacedBy: null, withdrawnReason: null };
			await tx.delete(completionRecords).where(eq(completionRecords.replaces, record.code));
			await tx.update(completionRecords).set(asBefore).where(eq(completionRecords.code, record.code));
		});
		expect(await distrustKey(house, stolen)).toEqual({ id: signing, reissued: 1 });
		expect((await actsOf(house)).filter((action) => action.startsWith('certify.key'))).toEqual([
			'certify.key-rotated',
			'certify.key-distrusted'
		]);
	});

	it('may be one that was retired long ago: the one in use stays', async () => {
		const house = await aCertifyingHouse();
		const early = await aRecord(house);
		const stolen = await keyOf(house);
		house.clock.pass(1000);
		await rotateKey(house);
		const late = await aRecord(house);
		const signing = await keyOf(house);
		expect(await distrustKey(house, stolen)).toEqual({ id: signing, reissued: 1 });
		expect(await verifyRecord(house, early.record.code)).toMatchObject({ status: 'replaced' });
		expect(await verifyRecord(house, late.record.code)).toMatchObject({ status: 'valid' });
	});

	it('that nobody knows changes nothing', async () => {
		const house = await aCertifyingHouse();
		expect(await distrustKey(house, 'khong-co')).toBeNull();
		expect(await actsOf(house)).toEqual([]);
	});

	it('takes none of the three times that a name may be put right', async () => {
		const house = await aCertifyingHouse();
		const holder = await aLearner(house);
		let { record } = await aRecord(house, holder, 'Ngô Thị Út');
		await distrustKey(house, await keyOf(house));
		for (const name of ['Ngô Thị Út Một', 'Ngô Thị Út Hai', 'Ngô Thị Út Ba']) {
			const code = (await listRecords(house, holder)).records.find(({ status }) => status === 'valid')?.code ?? '';
			record = await correctName(house, holder, { code, name });
		}
		expect(record).toMatchObject({ name: 'Ngô Thị Út Ba', status: 'valid' });
	});

	it('has the register strike out what it confirmed, and confirm what took its place', async () => {
		const house = await aConfirmingHouse();
		const holder = await aVouchedLearner(house);
		const code = await aRequest(house, holder);
		await house.store.transact(async (tx) => {
			await tx.update(completionRecords).set({ kind: 'group' }).where(eq(completionRecords.code, code));
		});
		await deliverAll(house);
		const { book } = house.registerThere;
		expect(book.find(code)?.status).toBe('confirmed');
		await distrustKey(house, await keyOf(house));
		await deliverAll(house);
		const made = (await listRecords(house, holder)).records.find(({ replaces }) => replaces === code)?.code ?? '';
		expect([book.find(code)?.status, book.find(made)?.status]).toEqual(['withdrawn', 'confirmed']);
	});
});
