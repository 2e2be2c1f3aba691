import { expect } from 'vitest';
import { firstAdministratorLink } from '../../src/identity/index.ts';
import { finishFieldLesson } from './people.ts';
import { anApp, type Phone, type Reply, type TestApp } from './an-app.ts';

const password = 'ruộng lúa chín vàng';

/** The answer's body, of a call that must succeed. */
export function good({ status, body }: Reply): Reply['body'] {
	expect(status, JSON.stringify(body)).toBeLessThan(300);
	return body;
}

/** Two neighbouring communes, each with two villages and a helper; the first one's helper holds classes. */
export interface Neighbours {
	app: TestApp;
	root: Phone;
	helper: Phone;
	neighbour: Phone;
	commune: string;
	villages: [string, string];
	elsewhere: string;
}

export async function neighbours(settings: Record<string, string> = {}): Promise<Neighbours> {
	const app = await anApp(settings);
	const root = app.aPhone();
	const token = (await firstAdministratorLink(app.house))?.split('=')[1];
	const administrator = { token, name: 'Trần Quản Trị', birthYear: 1980, username: 'quantri', password };
	good(await root.call('POST', '/first-administrator', administrator));
	const commune = async (name: string) =>
		good(await root.call('POST', '/places', { parentId: 'mau', name, villages: 'Thôn Đông\nThôn Tây' }));
	const here = await commune('Xã Xuân');
	const there = await commune('Xã Xuân Yên');
	const [one, two] = here.children;
	const helper = await someone(app, { name: 'Lê Thị Hoa', placeId: here.id });
	const neighbour = await someone(app, { name: 'Phạm Văn Yên', placeId: there.id });
	for (const [phone, placeId] of [
		[helper, here.id],
		[neighbour, there.id]
	] as const)
		await giveRole({ app, root }, phone, { role: 'helper', placeId });
	const villages: [string, string] = [one.id, two.id];
	return { app, root, helper, neighbour, commune: here.id, villages, elsewhere: there.id };
}

let people = 0;

/** Somebody signs up on a phone of her own. */
export async function someone(app: TestApp, { name, placeId }: { name: string; placeId?: string }): Promise<Phone> {
	const phone = app.aPhone();
	const person = { name, birthYear: 1964, username: `nguoi${++people}`, password, ...(placeId && { placeId }) };
	good(await phone.call('POST', '/accounts', person));
	return phone;
}

/** Signs somebody in on another phone. */
export async function signInOn(phone: Phone, own: Phone): Promise<void> {
	const { username } = good(await own.call('GET', '/session')).account;
	good(await phone.call('POST', '/session', { identifier: username, password }));
}

export async function accountOf(phone: Phone): Promise<string> {
	return good(await phone.call('GET', '/session')).account.id;
}

/** Gives somebody a role; she has finished the lesson that comes before lists of people. */
export async function giveRole(
	{ app, root }: Pick<Neighbours, 'app' | 'root'>,
	phone: Phone,
	grant: { role: string; placeId: string }
): Promise<void> {
	const accountId = await accountOf(phone);
	good(await root.call('POST', '/grants', { ...grant, accountId }));
	await finishFieldLesson(app.house, accountId);
}

/** 23 November 2026, 9:00 in Viet Nam, is when the clock of the tests stands: this one is on. */
export const onNow = { day: '2026-11-23', time: '9:30', topic: 'Gọi video cho con cháu', rhythm: 'weekly' };

/** A session that the helper of the first commune holds in its first village. */
export async function aClass({ helper, villages }: Neighbours, part: object = {}) {
	return good(await helper.call('POST', '/classes', { ...onNow, placeId: villages[0], ...part }));
}
