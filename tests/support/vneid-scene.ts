import { expect } from 'vitest';
import { anApp, type Phone, type TestApp } from './index.ts';
import { aStandIn, type StandInServer, type Visit } from './stand-in.ts';

export const password = 'ruộng lúa chín vàng';
/** A site that signs people in through the stand-in. */
export interface Scene extends TestApp {
	standIn: StandInServer;
}

export async function aScene(how: { slowMs?: number } = {}): Promise<Scene> {
	const standIn = await aStandIn(how);
	return { ...(await anApp(standIn.settings)), standIn };
}

/** As far as the provider sends the browser back. */
export async function away({ standIn }: Scene, phone: Phone, how: Visit, purpose = 'enter') {
	const { status, body } = await phone.call('POST', '/vneid/trips', { purpose, next: '/bai-hoc' });
	expect(status).toBe(200);
	return (await standIn.visit(body.url, how)).search;
}

export async function signIn(scene: Scene, phone: Phone, how: Visit, purpose = 'enter') {
	const query = await away(scene, phone, how, purpose);
	return phone.call('POST', '/vneid/returns', { query });
}

/** Somebody who has made her account through the provider. */
export async function aNewcomer(scene: Scene, person: string, part: object = {}): Promise<Phone> {
	const phone = scene.aPhone();
	expect(await signIn(scene, phone, { person })).toMatchObject({ body: { outcome: 'waits', next: '/bai-hoc' } });
	const account = { username: person.replace('-', '.'), password, consent: true, ...part };
	expect((await phone.call('POST', '/vneid/accounts', account)).body).toMatchObject({
		account: { username: account.username }
	});
	return phone;
}

/** Somebody with an account of her own, signed in. */
export async function anAccount({ aPhone }: Scene, name: string, birthYear: number): Promise<Phone> {
	const phone = aPhone();
	const username = `u${Math.random().toString(36).slice(2, 10)}`;
	expect((await phone.call('POST', '/accounts', { name, birthYear, username, password })).status).toBe(201);
	return phone;
}

export const nameOn = async (phone: Phone) => (await phone.call('GET', '/session')).body.account?.name ?? null;
export const identityOn = async (phone: Phone) => (await phone.call('GET', '/me/identity')).body.identity;
