import type { BrowserContext } from '@playwright/test';
import { asAdministrator, callApi, newUsername } from './people.ts';

export interface Card {
	learner: { id: string; name: string };
	code: string;
	pin: string;
	path: string;
}

/** Somebody whom the administrator of the country writes down in a village of the sample commune, by words of her own. */
export async function writeDown(context: BrowserContext, part: object = {}): Promise<Card> {
	await asAdministrator(context);
	return callApi<Card>(context, '/helped-learners', {
		name: 'Nguyễn Thị Hồng Nhung',
		birthYear: 1951,
		placeId: 'mau-dong-sen-thuong',
		household: `${'nhàcạnhgiếnglàng'.repeat(3)}`, // breaks nowhere by itself
		apart: newUsername(),
		consent: true,
		...part
	});
}
