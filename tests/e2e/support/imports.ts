import type { BrowserContext } from '@playwright/test';
import { asAdministrator, callApi } from './people.ts';

interface Sheet {
	id: string;
	state: string;
}

const site = process.env.SITE ?? '';
const commune = 'mau-dong-sen';
const list = [
	'Tên,Loại,Nằm trong,Khối,Năm học',
	'Trường THCS Mẫu,trường học,,,',
	'Lớp 6A,lớp học,Trường THCS Mẫu,6,2026-2027',
	'Lớp 6B,lớp học,Trường THCS Mâu,13,2026',
	',thôn,Xã Không Có,,'
].join('\n');

/** A list of places that the administrator has sent and that was looked at; the path of its page. */
async function sent(context: BrowserContext, content: string): Promise<string> {
	await asAdministrator(context);
	const answer = await context.request.post(`${site}/api/import-files?placeId=${commune}&kind=places`, {
		headers: { origin: site },
		multipart: { file: { name: 'noi.csv', mimeType: 'text/csv', buffer: Buffer.from(content) } }
	});
	const { id } = (await answer.json()) as Sheet; // the contract of the API
	for (;;) {
		const { state } = await callApi<Sheet>(context, `/imports/${id}`);
		if (state !== 'checking') return `/nhap-bang/${id}`;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}

/** Where places come in from a spreadsheet. */
export const importScenes: Record<string, (context: BrowserContext) => Promise<string>> = {
	'places from a spreadsheet': async (context) => {
		await asAdministrator(context);
		return `/nhap-bang?don-vi=${commune}&loai=noi`;
	},
	'a list of places that was looked at': (context) => sent(context, list),
	'a list of places in an old font': (context) => sent(context, 'Tªn,Lo¹i\nTr­êng Xu©n,tr­êng häc\n')
};
