import { describe, expect, it } from 'vitest';
import { accountOf, giveRole, good, neighbours, someone } from '../support/classes.ts';
import { join, opened, sitting, steer, told, watch, type Person } from '../support/sittings.ts';

describe('what does not count', () => {
	it('is said with a reason that is kept and told to the learner, who may begin anew', async () => {
		const { helper, one, phone, attempt } = await sitting();
		const missing = await steer(helper, one, 'voids', { attemptId: attempt.id, reason: ' ' });
		expect([missing.status, missing.body.fields[0].field]).toEqual([400, 'reason']);
		const reason = 'Mở máy khác tra câu trả lời';
		good(await steer(helper, one, 'voids', { attemptId: attempt.id, reason }));
		const again = good(await steer(helper, one, 'voids', { attemptId: attempt.id, reason: 'Lý do khác' }));
		expect(again.people[0]).toMatchObject({ state: 'void', voidReason: reason, level: null });
		const { findings } = good(await phone.call('GET', `/attempts/${attempt.id}/result`));
		expect(findings.voidReason).toBe(reason);
		const anew = await join(phone, one);
		expect(anew.status).toBe(201);
		expect(anew.body.id).not.toBe(attempt.id);
	});
});

describe('the retake rule in a sitting', () => {
	async function takenAlone(part: object) {
		const all = await neighbours();
		const phone = all.app.aPhone();
		const first = good(await phone.call('POST', '/tests/cuoi/attempts', {}));
		return { ...all, phone, first, one: await opened(all, part) };
	}

	it('holds as anywhere', async () => {
		const { phone, first, one } = await takenAlone({});
		expect(told(await join(phone, one))).toEqual([409, 'sittings.begun-elsewhere']);
		good(await phone.call('POST', `/attempts/${first.id}/finish`, { finishUnanswered: true }));
		expect(told(await join(phone, one))).toEqual([409, 'assess.too-soon']);
	});

	it('is set aside where the supervisor says so, which is kept', async () => {
		const { root, phone, first, one } = await takenAlone({ retakeAllowed: true });
		const { status, body } = await join(phone, one);
		expect(status).toBe(201);
		expect(body.id).not.toBe(first.id);
		expect(good(await phone.call('GET', `/attempts/${first.id}/result`)).score).toBe(0);
		const { entries } = good(await root.call('GET', '/audit?action=assess.sitting-opened'));
		expect(entries[0].more).toContain('cho làm lại');
	});
});

describe('who may', () => {
	it('open a sitting: those who hold classes at the place, and nobody else', async () => {
		const all = await neighbours();
		const body = { testId: 'cuoi', placeId: all.villages[0] };
		const outside = await all.neighbour.call('POST', '/sittings', body);
		expect([...told(outside), outside.body.fields[0].field]).toEqual([403, 'sittings.not-your-place', 'placeId']);
		expect((await (await someone(all.app, { name: 'Vũ Thị Lan' })).call('POST', '/sittings', body)).status).toBe(403);
		expect((await all.app.aPhone().call('POST', '/sittings', body)).status).toBe(401);
		const nowhere = await all.helper.call('POST', '/sittings', { ...body, testId: 'khong-co' });
		expect(told(nowhere)).toEqual([404, 'catalog.no-such-test']);
	});

	it('watch and steer: not the helper of another village, nor a learner', async () => {
		const all = await sitting();
		const { app, neighbour, one, attempt, villages, phone } = all;
		const beside = await someone(app, { name: 'Đỗ Văn Bên' });
		await giveRole(all, beside, { role: 'helper', placeId: villages[1] });
		const attemptId = attempt.id;
		const doings = [
			['pause', {}],
			['resume', { attemptId }],
			['extensions', { minutes: 5, key: 'khong-duoc-dau' }],
			['identity-checks', { attemptId }],
			['voids', { attemptId, reason: 'không được' }],
			['closing', { endAll: true }]
		] as const;
		for (const who of [neighbour, beside]) {
			expect(told(await who.call('GET', `/sittings/${one.id}`))).toEqual([404, 'sittings.no-such-sitting']);
			for (const [what, body] of doings) expect((await steer(who, one, what, body)).status).toBe(404);
			expect(good(await who.call('GET', '/sittings')).sittings).toEqual([]);
		}
		for (const [what, body] of doings) expect((await steer(phone, one, what, body)).status).toBe(401);
		expect((await watch(all.helper, one)).people[0]).toMatchObject({ state: 'working', minutesLeft: 30 });
	});

	it('sit it: not whoever opened it; and nobody steers her own attempt', async () => {
		const all = await sitting();
		expect(told(await join(all.helper, all.one))).toEqual([409, 'sittings.own-sitting']);
		const other = await someone(all.app, { name: 'Đỗ Văn Thay' });
		await giveRole(all, other, { role: 'helper', placeId: all.villages[0] });
		const own = good(await join(other, all.one));
		const body = { minutes: 5, key: 'cho-chinh-minh' };
		expect(told(await steer(other, all.one, 'extensions', { ...body, attemptId: own.id }))).toEqual([
			404,
			'sittings.no-such-sitter'
		]);
		const { people } = good(await steer(other, all.one, 'extensions', body));
		expect(people.map(({ minutesLeft }: Person) => minutesLeft)).toEqual([35, 30]);
	});

	it('come in: guessing codes is slowed', async () => {
		const { app, one } = await sitting();
		const phone = app.aPhone('198.51.100.9');
		good(await join(phone, one));
		for (let i = 0; i < 12; i++) expect((await phone.call('GET', '/sitting-codes/AAA-AAA')).status).toBe(404);
		const waits = await phone.call('GET', `/sitting-codes/${one.code}`);
		expect(told(waits)).toEqual([429, 'sittings.too-many-codes']);
		expect((await app.aPhone('198.51.100.9').call('GET', `/sitting-codes/${one.code}`)).status).toBe(200);
	});
});

describe('what a sitting leaves behind', () => {
	it('is written in the trail, without names or reasons; nothing that changed nothing', async () => {
		const { root, helper, one, attempt } = await sitting();
		const attemptId = attempt.id;
		for (let i = 0; i < 2; i++) {
			good(await steer(helper, one, 'pause', { attemptId }));
			good(await steer(helper, one, 'extensions', { minutes: 5, key: 'mot-lan-thoi' }));
		}
		good(await steer(helper, one, 'resume'));
		good(await steer(helper, one, 'identity-checks', { attemptId }));
		good(await steer(helper, one, 'voids', { attemptId, reason: 'Nhìn bài Bà Năm' }));
		good(await steer(helper, one, 'closing'));
		const seen = await root.call('GET', '/audit');
		const acts = seen.body.entries.map(({ action }: { action: string }) => action);
		expect(acts.filter((each: string) => each.startsWith('assess.')).reverse()).toEqual([
			'assess.sitting-opened',
			'assess.sitting-paused',
			'assess.sitting-extended',
			'assess.sitting-resumed',
			'assess.identity-checked',
			'assess.attempt-voided',
			'assess.sitting-closed'
		]);
		expect(seen.raw.toString()).not.toMatch(/Bà Năm|Bà Tư/);
		expect(await accountOf(helper)).toBe(
			seen.body.entries.find(({ action }: { action: string }) => action === 'assess.sitting-closed').actor.id
		);
	});
});
