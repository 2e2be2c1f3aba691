import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { issueRecord } from '../../src/certify/issue-record.ts';
import { completionRecords, confirmations, mismatches, registerMessages } from '../../src/certify/tables.ts';
import { auditEntries } from '../../src/platform/tables.ts';
import { learners } from '../../src/identity/tables.ts';
import { good, giveRole, neighbours, someone, accountOf, type Neighbours } from '../support/classes.ts';
import { erasure } from '../support/own-data.ts';
import { findAccount } from '../../src/identity/queries.ts';
import { aPassedAttempt } from '../support/records.ts';
import { aRegister, request, type StandInRegister } from '../support/register.ts';
import { openNationalRegister } from '../../src/certify/index.ts';
import { openRegisterWork } from '../../src/certify/index.ts';
import { joinSimulated } from '../support/register.ts';
import { visitor } from '../../src/platform/actor.ts';
import type { Fault } from '../../src/standins/register/faults.ts';
import type { Phone } from '../support/index.ts';

interface Scene extends Neighbours {
	there: StandInRegister;
	officer: Phone;
	neighbourly: Phone;
	learner: Phone;
	code: string;
	work(): Promise<void>;
}

/** A learner of the first commune with a record that is to be confirmed, and an officer of each commune. */
async function aScene(): Promise<Scene> {
	const all = await neighbours({ STANDINS: 'on' });
	const { house } = all.app;
	const there = await aRegister(house);
	const { REGISTER_URL: url, REGISTER_KEY: key } = there.settings;
	const nationalRegister = openNationalRegister({ url, key }, house);
	await nationalRegister.isStandIn();
	Object.assign(house, { nationalRegister });
	const register = openRegisterWork({ ...house, nationalRegister });
	const officer = await someone(all.app, { name: 'Lê Cán Bộ', placeId: all.commune });
	await giveRole(all, officer, { role: 'officer', placeId: all.commune });
	const neighbourly = await someone(all.app, { name: 'Lê Láng Giềng', placeId: all.elsewhere });
	await giveRole(all, neighbourly, { role: 'officer', placeId: all.elsewhere });
	const learner = await someone(all.app, { name: 'Nguyễn Thị Lan', placeId: all.villages[0] });
	const account = await findAccount(house.store.read, await accountOf(learner));
	if (!account) throw new Error('who signed up has an account');
	await joinSimulated(house, account.id);
	const holder = { ...visitor(), learnerId: account.learnerId };
	const certifying = { ...house, said: [] };
	const attemptId = await aPassedAttempt(certifying, holder);
	const { record } = await issueRecord(house, holder, { attemptId, name: 'Nguyễn Thị Lan' });
	await house.store.transact(async (tx) => {
		await tx.update(completionRecords).set({ kind: 'group' }).where(eq(completionRecords.code, record.code));
	});
	await request(house, record.code);
	const work = async () => {
		await register.runDue();
		await register.runAsked();
	};
	return { ...all, there, officer, neighbourly, learner, work, code: record.code };
}

const goWrong = ({ there }: Scene, fault?: Fault) =>
	there.choose({ faults: fault ? [fault] : [], percent: fault ? 100 : 0 });
const seen = async ({ learner, code }: Scene) =>
	good(await learner.call('GET', `/records/${code}/confirmation`)).confirmation;
const troubles = async (phone: Phone) => good(await phone.call('GET', '/national-register/troubles')).troubles;
const mend = ({ code }: Scene, phone: Phone, mending: string) =>
	phone.call('POST', `/national-register/confirmations/${code}/mending`, { mending });
const acts = async ({ app }: Scene) =>
	(await app.house.store.read.select().from(auditEntries)).map(({ action }) => action);

describe('the holder of a record', () => {
	it('sees each step with its day, and that it is practice', async () => {
		const scene = await aScene();
		expect(await seen(scene)).toMatchObject({ state: 'waiting', waitsFor: 'sending', simulated: true });
		await scene.work();
		expect(await seen(scene)).toMatchObject({
			state: 'confirmed',
			waitsFor: null,
			steps: [{ step: 'requested' }, { step: 'submitted' }, { step: 'confirmed' }]
		});
	});

	it('hears in words why it was not accepted', async () => {
		const scene = await aScene();
		goWrong(scene, 'refuse');
		await scene.work();
		const { reason, state } = await seen(scene);
		expect(state).toBe('refused');
		expect(reason).toMatch(/khớp|chưa thấy|không đọc/);
	});

	it('is the only one, beside who administers her place', async () => {
		const scene = await aScene();
		const stranger = await someone(scene.app, { name: 'Người Lạ' });
		for (const phone of [stranger, scene.neighbourly, scene.officer])
			expect((await phone.call('GET', `/records/${scene.code}/confirmation`)).status).toBe(404);
		expect((await scene.root.call('GET', `/records/${scene.code}/confirmation`)).status).toBe(200);
	});

	it('whose record is withdrawn sees that the register was told', async () => {
		const scene = await aScene();
		await scene.work();
		good(await scene.root.call('POST', `/records/${scene.code}/withdrawal`, { reason: 'Nhầm người học' }));
		await scene.work();
		expect(await seen(scene)).toMatchObject({ state: 'withdrawn' });
		expect(scene.there.book.find(scene.code)?.status).toBe('withdrawn');
	});

	it('who had everything deleted before anything was sent is sent to nobody', async () => {
		const scene = await aScene();
		good(await scene.learner.call('POST', '/me/erasure', erasure));
		await scene.work();
		expect(scene.there.book.find(scene.code)).toBeNull();
		const [row] = await scene.app.house.store.read.select().from(confirmations);
		expect(row).toMatchObject({ state: 'cancelled', line: scene.code, placePath: '/', subjectMark: null });
	});

	it('who had everything deleted after it was confirmed leaves nothing that leads to her', async () => {
		const scene = await aScene();
		await scene.work();
		const { store } = scene.app.house;
		const before = await store.read.select().from(learners);
		good(await scene.learner.call('POST', '/me/erasure', erasure));
		await scene.work();
		expect(scene.there.book.find(scene.code)?.status).toBe('confirmed');
		const kept = JSON.stringify([
			await store.read.select().from(confirmations),
			await store.read.select().from(registerMessages)
		]);
		for (const { id } of before) expect(kept).not.toContain(id);
	});
});

describe('an officer', () => {
	it('sees what was refused within her places, and has it sent anew once it was put right', async () => {
		const scene = await aScene();
		goWrong(scene, 'refuse');
		await scene.work();
		expect(await troubles(scene.neighbourly)).toEqual([]);
		expect(await troubles(scene.officer)).toMatchObject([
			{ code: scene.code, state: 'refused', ways: ['anew', 'give-up'] }
		]);
		goWrong(scene);
		expect((await mend(scene, scene.officer, 'again')).status).toBe(409);
		expect((await mend(scene, scene.officer, 'anew')).status).toBe(204);
		await scene.work();
		expect(await seen(scene)).toMatchObject({ state: 'confirmed' });
		expect(await troubles(scene.officer)).toEqual([]);
		expect((await mend(scene, scene.officer, 'anew')).status).toBe(409);
		expect(await acts(scene)).toContain('certify.confirmation-mended');
	});

	it('is led only to what she may open of it: the record itself is for who administers the place', async () => {
		const scene = await aScene();
		goWrong(scene, 'refuse');
		await scene.work();
		for (const [phone, opens] of [
			[scene.officer, false],
			[scene.root, true]
		] as const) {
			expect(await troubles(phone)).toMatchObject([{ code: scene.code, opens }]);
			expect((await phone.call('GET', `/records/${scene.code}`)).status).toBe(opens ? 200 : 404);
			expect((await phone.call('GET', `/verifications/${scene.code}`)).status).toBe(200);
		}
	});

	it('mends what the register wrote down under somebody else', async () => {
		const scene = await aScene();
		goWrong(scene, 'someone-else');
		await scene.work();
		expect(await seen(scene)).toMatchObject({ state: 'waiting', waitsFor: 'officer' });
		expect(await troubles(scene.officer)).toMatchObject([
			{ fault: 'someone-else', ways: ['again', 'anew', 'give-up'] }
		]);
		goWrong(scene);
		expect((await mend(scene, scene.officer, 'anew')).status).toBe(204);
		await scene.work();
		expect(await seen(scene)).toMatchObject({ state: 'confirmed' });
		expect(scene.there.book.find(scene.code)?.subject).toMatch(/^mp-/);
	});

	it('gives up, and the register strikes out what it may have', async () => {
		const scene = await aScene();
		goWrong(scene, 'someone-else');
		await scene.work();
		goWrong(scene);
		expect((await mend(scene, scene.officer, 'give-up')).status).toBe(204);
		await scene.work();
		expect(scene.there.book.find(scene.code)?.status).toBe('withdrawn');
		expect(await seen(scene)).toMatchObject({ state: 'withdrawn' });
	});

	it('of another place, a helper and a learner may not', async () => {
		const scene = await aScene();
		goWrong(scene, 'refuse');
		await scene.work();
		for (const phone of [scene.neighbourly, scene.helper, scene.learner])
			expect((await mend(scene, phone, 'anew')).status).toBe(403);
		for (const phone of [scene.helper, scene.learner])
			expect((await phone.call('GET', '/national-register')).status).toBe(403);
		expect((await mend({ ...scene, code: 'NO-SUCH' }, scene.officer, 'anew')).status).toBe(404);
		expect((await mend(scene, scene.officer, 'burn')).status).toBe(400);
	});

	it('counts only her own places', async () => {
		const scene = await aScene();
		await scene.work();
		const counted = async (phone: Phone) => good(await phone.call('GET', '/national-register')).counts.confirmed;
		expect([await counted(scene.officer), await counted(scene.neighbourly), await counted(scene.root)]).toEqual([
			1, 0, 1
		]);
	});
});

describe('comparing both sides', () => {
	const compare = async (scene: Scene) => {
		const { id } = good(await scene.root.call('POST', '/national-register/reconciliations', {}));
		await scene.work();
		return good(await scene.root.call('GET', `/national-register/reconciliations/${id}/mismatches`));
	};
	const settle = (phone: Phone, id: string, body: object) =>
		phone.call('POST', `/national-register/mismatches/${id}/remedy`, body);
	/** The register loses what it had, or gets what nobody asked for. */
	const tamper = ({ app }: Scene, state: 'confirmed' | 'refused' | 'cancelled') =>
		app.house.store.transact(async (tx) => {
			await tx.update(confirmations).set({ state });
		});
	const strange = {
		act: 'confirm' as const,
		code: '0000-ZZZZ-0000-ZZZZZ',
		subject: 'x',
		text: '{}',
		signature: 's',
		keyId: 'k'
	};

	it('finds nothing where they are equal', async () => {
		const scene = await aScene();
		await scene.work();
		const { reconciliation, mismatches: found } = await compare(scene);
		expect(reconciliation).toMatchObject({ here: 1, there: 1, same: 1, differing: 0, fault: null, nightly: false });
		expect(found).toEqual([]);
	});

	it('finds what is only here, and sends it again', async () => {
		const scene = await aScene();
		await tamper(scene, 'confirmed');
		await scene.app.house.store.transact(async (tx) => {
			await tx.update(registerMessages).set({ state: 'done' });
		});
		const {
			mismatches: [found]
		} = await compare(scene);
		expect(found).toMatchObject({ kind: 'only-here', here: 'confirmed', there: null, remedies: ['send', 'accept'] });
		expect((await settle(scene.officer, found.id, { remedy: 'send' })).status).toBe(204);
		await scene.work();
		expect(scene.there.book.find(scene.code)?.status).toBe('confirmed');
		expect((await compare(scene)).mismatches).toEqual([]);
	});

	it('finds what is only there, and has it struck out', async () => {
		const scene = await aScene();
		scene.there.book.put('k1', strange, { decision: 'confirmed', reason: null });
		await scene.work();
		const {
			mismatches: [found]
		} = await compare(scene);
		expect(found).toMatchObject({ kind: 'only-there', code: strange.code, remedies: ['withdraw', 'accept'] });
		expect((await settle(scene.officer, found.id, { remedy: 'withdraw' })).status).toBe(403);
		expect((await settle(scene.root, found.id, { remedy: 'withdraw' })).status).toBe(204);
		await scene.work();
		expect(scene.there.book.find(strange.code)?.status).toBe('withdrawn');
		expect((await compare(scene)).mismatches).toEqual([]);
	});

	it('finds what differs, and takes the register’s word', async () => {
		const scene = await aScene();
		await scene.work();
		await tamper(scene, 'refused');
		const {
			mismatches: [found]
		} = await compare(scene);
		expect(found).toMatchObject({ kind: 'different', here: 'refused', there: 'confirmed' });
		expect((await settle(scene.neighbourly, found.id, { remedy: 'take-over' })).status).toBe(403);
		expect((await settle(scene.officer, found.id, { remedy: 'withdraw' })).status).toBe(400);
		expect((await settle(scene.officer, found.id, { remedy: 'take-over' })).status).toBe(204);
		expect((await settle(scene.officer, found.id, { remedy: 'send' })).status).toBe(409);
		expect(await seen(scene)).toMatchObject({ state: 'confirmed' });
		expect((await compare(scene)).mismatches).toEqual([]);
	});

	it('is left as it is only with a reason, and then not told again', async () => {
		const scene = await aScene();
		await scene.work();
		await tamper(scene, 'refused');
		const {
			mismatches: [found]
		} = await compare(scene);
		const short = await settle(scene.officer, found.id, { remedy: 'accept', reason: 'ừ' });
		expect(short).toMatchObject({ status: 400, body: { fields: [{ field: 'reason' }] } });
		const reason = 'Hai bên đã thống nhất';
		expect((await settle(scene.officer, found.id, { remedy: 'accept', reason })).status).toBe(204);
		expect((await compare(scene)).mismatches).toEqual([]);
		const trail = JSON.stringify(await scene.app.house.store.read.select().from(auditEntries));
		expect(trail).toContain('certify.mismatch-settled');
		expect(trail).not.toContain(reason);
	});

	it('believes no page of yesterday: what is a difference only there is looked at again', async () => {
		const scene = await aScene();
		await scene.work();
		goWrong(scene, 'stale');
		const { reconciliation } = await compare(scene);
		goWrong(scene);
		expect(reconciliation).toMatchObject({ there: 0 });
		const { mismatches: found } = await compare(scene);
		expect(found).toEqual([]);
	});

	it('says so where the register does not answer, and is asked for by nobody but who reaches everywhere', async () => {
		const scene = await aScene();
		goWrong(scene, 'down');
		expect((await compare(scene)).reconciliation).toMatchObject({ fault: 'away', differing: null });
		for (const phone of [scene.officer, scene.helper, scene.learner])
			expect((await phone.call('POST', '/national-register/reconciliations', {})).status).toBe(403);
		expect(await scene.app.house.store.read.$count(mismatches)).toBe(0);
	});
});

it('a site without a register says so, and keeps what is to be sent', async () => {
	const all = await neighbours();
	expect(good(await all.root.call('GET', '/national-register'))).toMatchObject({ configured: false, troubles: 0 });
	expect(await all.root.call('POST', '/national-register/reconciliations', {})).toMatchObject({
		status: 409,
		body: { code: 'register.none' }
	});
});
