import type { BrowserContext } from '@playwright/test';
import { writeDown } from './helped.ts';
import { asAdministrator, callApi, newUsername, password } from './people.ts';

const placeId = 'mau-dong-sen-thuong';

/** Somebody new in this browser who lives in a village of the sample commune and has made her household. */
export async function atHome(context: BrowserContext): Promise<void> {
	const person = { name: 'Bùi Thị Ánh', birthYear: 1964, username: newUsername(), password, placeId };
	await callApi(context, '/accounts', person);
	await callApi(context, '/households', { name: 'nhà ông Bảy' });
}

/** A household with a helped learner in it, written down by the administrator of the country; returns its id. */
export async function writeHomeDown(context: BrowserContext): Promise<string> {
	const { learner } = await writeDown(context);
	await asAdministrator(context);
	const name = 'nhàôngBảycạnhgiếnglàng'.repeat(2); // breaks nowhere by itself
	const { id } = await callApi<{ id: string }>(context, '/households', { name, placeId });
	await callApi(context, `/households/${id}/members`, { helpedId: learner.id, consent: true });
	return id;
}
