import { SMTPServer } from 'smtp-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { reminderMail, reminderRounds } from '../../src/assign/index.ts';
import { reminders } from '../../src/assign/tables.ts';
import { registry } from '../../src/platform/metrics.ts';
import { findAccount } from '../../src/identity/queries.ts';
import { freePort } from '../support/free-port.ts';
import { accountOf, giveRole, good, someone } from '../support/classes.ts';
import { aDuty, aMember, anAssignment, aStaffEntry, withOfficer } from '../support/assigned.ts';

/** The clock stands on Monday 23 November 2026, 9:00 in Viet Nam. */
async function aScene(settings: Record<string, string> = {}) {
	const all = await withOfficer(settings);
	const { house } = all.app;
	const [placeId] = all.villages;
	const lan = await someone(all.app, { name: 'Nguyễn Thị Lan', placeId: all.commune });
	const learnerId = (await findAccount(house.store.read, await accountOf(lan)))?.learnerId ?? '';
	await aStaffEntry(house, placeId, { name: 'Nguyễn Thị Lan', learnerId, email: 'lan@xa.example' });
	await aStaffEntry(house, placeId, { name: 'Phạm Thị Cúc', email: 'cuc@xa.example' });
	const other = await aMember(house, placeId, 'Trần Thị Bình');
	const to = { house, placeId: all.commune, officerId: all.officerId };
	const assignmentId = await anAssignment(to, { subjects: ['thu', 'dvc'] });
	const old = { givenAt: new Date('2026-11-01T00:00:00Z') };
	await aDuty(house, { assignmentId, placeId, learnerId }, { ...old, dueOn: '2026-11-20' });
	await aDuty(house, { assignmentId, placeId, learnerId }, { ...old, subject: 'dvc', dueOn: '2026-12-20' });
	await aDuty(house, { assignmentId, placeId, learnerId: other }, { ...old, dueOn: '2026-11-28' });
	const kept = () => house.store.read.select().from(reminders);
	return { ...all, lan, learnerId, other, kept };
}

/** A mail server that keeps what it is sent, or refuses it. */
async function aMailServer(options: { refuses?: boolean } = {}) {
	const mails: string[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData(stream, _session, done) {
			const pieces: Buffer[] = [];
			stream.on('data', (piece: Buffer) => pieces.push(piece));
			stream.on('end', () => {
				if (!options.refuses) mails.push(Buffer.concat(pieces).toString('utf8'));
				done(options.refuses ? new Error('full') : null);
			});
		}
	});
	const port = await freePort();
	await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
	onTestFinished(() => new Promise<void>((closed) => server.close(closed)));
	return { mails, settings: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'hoc@xa.example' }, options };
}

/** So many mails whose time has come. */
async function manyWait({ app: { house }, learnerId }: Awaited<ReturnType<typeof aScene>>, count: number) {
	const now = house.clock.now();
	const rows = Array.from({ length: count }, (_, i) => ({
		...{ id: `r${i}`, learnerId, kind: 'soon' as const, things: 1, onceKey: `k${i}`, madeAt: now },
		...{ email: `nguoi${i}@xa.example`, mailState: 'waiting' as const, mailTries: 0, mailDueAt: now }
	}));
	await house.store.transact(async (tx) => void (await tx.insert(reminders).values(rows)));
	return rows;
}

describe('reminders of what was given to learn', () => {
	it('are made of what is late and what is due soon, each once, and are seen by nobody else', async () => {
		const all = await aScene();
		await reminderRounds(all.app.house).run();
		await reminderRounds(all.app.house).run();
		const made = (await all.kept()).map(({ learnerId, kind, things }) => ({ learnerId, kind, things }));
		expect(made).toHaveLength(2);
		expect(made).toContainEqual({ learnerId: all.learnerId, kind: 'late', things: 1 });
		expect(made).toContainEqual({ learnerId: all.other, kind: 'soon', things: 1 });
		expect(good(await all.lan.call('GET', '/me/reminders'))).toMatchObject({ latest: { kind: 'late', things: 1 } });
		expect(good(await all.officer.call('GET', '/me/reminders'))).toEqual({ latest: null });
		good(await all.lan.call('POST', '/me/reminders/seen', {}));
		expect(good(await all.lan.call('GET', '/me/reminders'))).toEqual({ latest: null });
	});

	it('are sent at the press of a button, never more than the rule allows, and it is said who was left out', async () => {
		const all = await aScene();
		const press = async () => good(await all.officer.call('POST', '/duty-reminders', {}));
		expect(await press()).toEqual({ reminded: 2, enough: 0, unregistered: 1, perWeek: 2 });
		expect(await press()).toMatchObject({ reminded: 0, enough: 2 });
		all.app.house.clock.pass(86_400_000);
		expect(await press()).toMatchObject({ reminded: 2 });
		all.app.house.clock.pass(86_400_000);
		expect(await press()).toMatchObject({ reminded: 0, enough: 2 });
	});

	it('are not for overseers, helpers or neighbours to send', async () => {
		const all = await aScene();
		const overseer = await someone(all.app, { name: 'Vũ Thị Mặt', placeId: all.commune });
		await giveRole(all, overseer, { role: 'overseer', placeId: all.commune });
		const teacher = await someone(all.app, { name: 'Vũ Thị Cô', placeId: all.commune });
		await giveRole(all, teacher, { role: 'teacher', placeId: all.villages[1] });
		for (const phone of [overseer, all.helper])
			expect((await phone.call('POST', '/duty-reminders', {})).status).toBe(403);
		expect((await teacher.call('POST', '/duty-reminders', { placeId: all.villages[0] })).status).toBe(404);
		expect(await all.kept()).toEqual([]);
	});

	it('count nobody twice: who is late with one thing and in time with another is late', async () => {
		const all = await aScene();
		const { house } = all.app;
		const [placeId] = all.villages;
		const counts = async () => {
			const { late, open } = good(await all.officer.call('GET', '/duty-reminders/text'));
			return { late, open };
		};
		const to = { house, placeId: all.commune, officerId: all.officerId };
		const assignmentId = await anAssignment(to, { subjects: ['thu', 'dvc'] });
		const [both, done] = [await aMember(house, placeId, 'Đỗ Văn Hai'), await aMember(house, placeId, 'Hà Thị Ba')];
		await aDuty(house, { assignmentId, placeId, learnerId: both }, { dueOn: '2026-11-20' });
		await aDuty(house, { assignmentId, placeId, learnerId: both }, { subject: 'dvc', dueOn: '2026-12-20' });
		await aDuty(house, { assignmentId, placeId, learnerId: done }, { state: 'done', dueOn: '2026-11-20' });
		expect(await counts()).toEqual({ late: 1, open: 1 });
		const { reminded, enough } = good(await all.officer.call('POST', '/duty-reminders', { assignmentId }));
		expect(reminded + enough).toBe(1);
	});

	it('are sent by whoever reads in a whole province and manages one commune, in that commune', async () => {
		const all = await aScene();
		const both = await someone(all.app, { name: 'Vũ Thị Hai Vai', placeId: all.commune });
		await giveRole(all, both, { role: 'overseer', placeId: 'mau' });
		await giveRole(all, both, { role: 'officer', placeId: all.commune });
		expect(good(await both.call('POST', '/duty-reminders', {}))).toMatchObject({ reminded: 2 });
		expect((await both.call('POST', '/duty-reminders', { placeId: all.elsewhere })).status).toBe(403);
	});

	it('can be a text to copy, which says how many and names nobody', async () => {
		const all = await aScene();
		const { house } = all.app;
		const assignmentId = await anAssignment({ house, placeId: all.commune, officerId: all.officerId });
		await aDuty(house, { assignmentId, placeId: all.villages[0], learnerId: all.other }, { dueOn: '2026-11-01' });
		const { late, text } = good(await all.officer.call('GET', '/duty-reminders/text'));
		expect(late).toBe(1);
		expect(text).toContain('1 người quá hạn');
		expect(text).not.toMatch(/Lan|Bình|Cúc/);
		expect((await all.officer.call('GET', '/duty-reminders/text?names=yes')).status).toBe(400);
	});
});

describe('mail', () => {
	it('goes by day to whoever has an address, once, with her name and a link; the address is forgotten', async () => {
		const { mails, settings } = await aMailServer();
		const all = await aScene(settings);
		const { house } = all.app;
		await reminderRounds(house).run();
		house.clock.pass(13 * 3_600_000);
		await reminderMail(house)();
		expect(mails).toEqual([]);
		house.clock.pass(11 * 3_600_000);
		await Promise.all([reminderMail(house)(), reminderMail(house)()]);
		expect(mails).toHaveLength(1);
		expect(mails[0]).toMatch(/To: lan@xa\.example/);
		const sent = (await all.kept()).find(({ learnerId }) => learnerId === all.learnerId);
		expect(sent).toMatchObject({ mailState: 'sent', email: null, mailTries: 1 });
	});

	it('of many goes out in one round, shared by two processes, each once', async () => {
		const { mails, settings } = await aMailServer();
		const all = await aScene(settings);
		const { house } = all.app;
		const rows = await manyWait(all, 120);
		await Promise.all([reminderMail(house)(), reminderMail(house)()]);
		const to = mails.map((mail) => /^To: (.*)\r$/m.exec(mail)?.[1]);
		expect(to).toHaveLength(120);
		expect(new Set(to)).toEqual(new Set(rows.map(({ email }) => email)));
		expect((await all.kept()).filter(({ mailState }) => mailState !== 'sent')).toEqual([]);
	});

	it('leaves a server that can’t be reached alone for a minute, and the rest of the mails untried', async () => {
		const port = await freePort();
		const all = await aScene({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'hoc@xa.example' });
		const { house } = all.app;
		await manyWait(all, 12);
		const round = reminderMail(house);
		const tried = async () => (await all.kept()).filter(({ mailTries }) => mailTries > 0).length;
		await round();
		expect(await tried()).toBe(5);
		await round();
		expect(await tried()).toBe(5);
		house.clock.pass(60_000);
		await round();
		expect(await tried()).toBe(10);
	});

	const tries = async () => {
		const figures = await registry.getSingleMetric('bdhvs_reminder_mails_total')?.get();
		return Object.fromEntries((figures?.values ?? []).map(({ labels, value }) => [labels['outcome'], value]));
	};

	it('is tried again while the server is down, and given up after so many tries', async () => {
		const before = await tries();
		const { settings, mails } = await aMailServer({ refuses: true });
		const all = await aScene(settings);
		const { house } = all.app;
		await reminderRounds(house).run();
		await reminderMail(house)();
		await reminderMail(house)();
		const own = async () => (await all.kept()).find(({ learnerId }) => learnerId === all.learnerId);
		expect(await own()).toMatchObject({ mailState: 'waiting', mailTries: 1 });
		for (let i = 0; i < 8; i++) {
			house.clock.pass(24 * 3_600_000);
			await reminderMail(house)();
		}
		expect(await own()).toMatchObject({ mailState: 'failed', email: null, mailTries: 8 });
		expect(mails).toEqual([]);
		const after = await tries();
		expect((after['put-off'] ?? 0) - (before['put-off'] ?? 0)).toBe(7);
		expect((after['given-up'] ?? 0) - (before['given-up'] ?? 0)).toBe(1);
		expect(after['sent']).toBe(before['sent']);
	});
});
