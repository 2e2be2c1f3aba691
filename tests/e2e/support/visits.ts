import type { BrowserContext } from '@playwright/test';
import { asAdministrator, callApi } from './people.ts';

const placeId = 'mau-dong-sen-thuong';

/** A visit and a help at the desk, written down by the administrator of the country. */
export async function logHelp(context: BrowserContext): Promise<{ visit: string; desk: string }> {
	await asAdministrator(context);
	const household = 'nhàôngBảycạnhgiếnglàng'.repeat(2); // breaks nowhere by itself
	const visit = { kind: 'visit', placeId, household, did: 'Chỉ gọi video', nextTime: 'Ôn lại', minutes: 45 };
	const desk = { kind: 'desk', placeId, procedure: 'khai-sinh', procedureWords: 'cho cháu', alone: false };
	const [one, two] = [
		await callApi<{ id: string }>(context, '/help-entries', visit),
		await callApi<{ id: string }>(context, '/help-entries', desk)
	];
	return { visit: one.id, desk: two.id };
}
