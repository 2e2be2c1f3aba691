import { accounts, learners } from '../../src/identity/tables.ts';
import type { Phone } from './an-app.ts';
import { aClass, accountOf, good } from './classes.ts';
import { answer, earn } from './helped.ts';
import { password } from './people.ts';
import { join, withTeam } from './teams.ts';

export const typed = { name: 'Hoàng Thị Mận', birthYear: 1971, phone: '0987 111 222', username: 'co.man.71' };
export const erasure = { sure: true, password };

interface Kept {
	accountId: string;
	learnerIds: string[];
	code: string;
}

/** Somebody with a bit of everything: lessons, a record, a class, a family, a team with a role, two phones. */
export async function aWholeLife(): Promise<
	Awaited<ReturnType<typeof withTeam>> & Kept & { phone: Phone; second: Phone }
> {
	const all = await withTeam();
	const { app, helper, villages } = all;
	const phone = app.aPhone();
	// Learnt before there was an account, on this device; then taken along.
	await answer(phone, app);
	good(await phone.call('POST', '/accounts', { ...typed, password, placeId: villages[0], takeDeviceLearning: false }));
	good(await phone.call('POST', '/session/device-learning', { take: true }));
	await answer(phone, app);
	const { code } = await earn(phone, app, typed.name);
	good(await phone.call('POST', '/courses/thu/attempts', {}));
	const { id: classId } = await aClass(all);
	const accountId = await accountOf(phone);
	good(
		await helper.call('POST', `/classes/${classId}/attendance`, { way: 'tick', people: [{ accountId, mark: 'alone' }] })
	);
	good(await phone.call('POST', '/households', { name: 'Nhà cô Mận ở đầu xóm' }));
	await join(all.officer, phone, all.team);
	good(await helper.call('GET', `/accounts/${accountId}`));
	const second = app.aPhone();
	good(await second.call('POST', '/session', { identifier: typed.username, password }));
	const rows = await app.house.store.read.select().from(learners);
	const known = await app.house.store.read.select().from(accounts);
	const own = known.find(({ id }) => id === accountId)?.learnerId ?? '';
	const learnerIds = rows.filter(({ id, mergedInto }) => id === own || mergedInto === own).map(({ id }) => id);
	return { ...all, phone, second, accountId, learnerIds, code };
}

/** What says whose something is. */
export const personal = ['Hoàng', 'hoang thi man', 'Mận', '+84987111222', '987111222', 'co.man.71'];
