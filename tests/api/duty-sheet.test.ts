import { expect, it } from 'vitest';
import { findAccount } from '../../src/identity/queries.ts';
import { memberships } from '../../src/assign/tables.ts';
import { places } from '../../src/places/tables.ts';
import { accountOf, good, someone } from '../support/classes.ts';
import { earn } from '../support/helped.ts';
import { aDuty, anAssignment, withOfficer } from '../support/assigned.ts';

it('gives what goes into a personnel file: who, where, each module with its day and how sure it is, and her own only', async () => {
	const all = await withOfficer();
	const { house } = all.app;
	const lan = await someone(all.app, { name: 'Nguyễn Thị Lan', placeId: all.commune });
	const account = await findAccount(house.store.read, await accountOf(lan));
	const learnerId = account?.learnerId ?? '';
	const [placeId] = all.villages;
	const place = (await house.store.read.select().from(places)).find(({ id }) => id === placeId);
	const row = { id: 'm', placeId, placePath: place?.path ?? '', learnerId, position: 'Kế toán' };
	await house.store.transact(async (tx) => {
		await tx.insert(memberships).values({ ...row, joinedAt: house.clock.now() });
	});
	const record = await earn(lan, all.app, 'Nguyễn Thị Lan');
	const { attempts } = await import('../../src/assess/tables.ts');
	const [attempt] = await house.store.read.select().from(attempts);
	const to = { house, placeId: all.commune, officerId: all.officerId };
	const assignmentId = await anAssignment(to, { document: '12/KH-UBND', subjects: ['thu', 'test:cuoi'] });
	const settledAt = house.clock.now();
	const done = { state: 'done' as const, settledAt, percent: 100, attemptId: attempt?.id ?? '' };
	await aDuty(house, { assignmentId, placeId, learnerId }, { ...done, validUntil: '2027-11-22' });
	const waived = { state: 'waived' as const, settledAt, reason: 'Đang nghỉ thai sản' };
	await aDuty(house, { assignmentId, placeId, learnerId }, { ...waived, subject: 'test:cuoi' });
	const sheet = good(await lan.call('GET', '/me/duty-sheet'));
	expect(sheet).toMatchObject({
		name: 'Nguyễn Thị Lan',
		units: [{ place: 'Thôn Đông', position: 'Kế toán' }],
		modules: [
			{
				...{ subject: 'thu', document: '12/KH-UBND', validUntil: '2027-11-22', assurance: 'alone' },
				result: { state: 'done', text: 'Xong 100% · 23/11/2026' }
			},
			{ subject: 'test:cuoi', reason: 'Đang nghỉ thai sản', assurance: null, result: { state: 'waived' } }
		]
	});
	const own = good(await lan.call('GET', '/records')).records;
	expect(own).toMatchObject([{ code: record.code, courseId: sheet.modules[0].subject }]);
	expect(good(await all.officer.call('GET', '/me/duty-sheet')).modules).toEqual([]);
	expect((await all.app.aPhone().call('GET', '/me/duty-sheet')).status).toBe(401);
});
