import type { BrowserContext } from '@playwright/test';
import { asAdministrator, callApi, earnRecord, newUsername, signUp } from './people.ts';

const figure = () => ({
	...{ place: 'Xã Đồng Sen (xã mẫu, làm thử)', platform: 'national-mooc', counted: 'completed', day: '22/11/2026' },
	...{ number: '1.250', source: `Báo cáo 15/BC-UBND, ${newUsername()}`, note: 'Theo báo cáo tháng của tỉnh' }
});

/** A figure of another platform, corrected once; its id. */
async function corrected(context: BrowserContext): Promise<string> {
	await asAdministrator(context);
	await callApi(context, '/elsewhere/figures', figure());
	return (await callApi<{ id: string }>(context, '/elsewhere/figures', { ...figure(), number: '1.300' })).id;
}

const asOfficer =
	(path: string) =>
	async (context: BrowserContext): Promise<string> => {
		await corrected(context);
		return path;
	};

const result = (part: object) => ({
	...{ platform: 'other', platformName: 'Trường số tỉnh', what: 'Kỹ năng số cơ bản cho người dân', day: '22/11/2026' },
	...{ evidence: 'https://truongso.example.vn/giay/2026/000123456789', source: 'Danh sách kèm công văn 12/UBND-VX' },
	...part
});

/** Somebody with a record, of whom an officer entered a result from elsewhere. */
export async function withResult(context: BrowserContext): Promise<void> {
	await signUp(context);
	const { code } = await earnRecord(context);
	const officer = await context.browser()?.newContext();
	if (!officer) throw new Error('this browser opens no second window');
	await asAdministrator(officer);
	await callApi(officer, '/elsewhere/results', result({ code }));
	await officer.close();
}

const asResultOfficer =
	(path: string) =>
	async (context: BrowserContext): Promise<string> => {
		await withResult(context);
		await context.clearCookies();
		await asAdministrator(context);
		const { results } = await callApi<{ results: { batchId: string }[] }>(context, '/elsewhere/results');
		return path.replace('BATCH', results[0]?.batchId ?? '');
	};

/** The pages of what other platforms count, for the walk of every page. */
export const elsewhereScenes: Record<string, (context: BrowserContext) => Promise<string>> = {
	'/giay-xac-nhan (with a result from elsewhere)': async (context) => {
		await withResult(context);
		return '/giay-xac-nhan';
	},
	'/quan-tri/ket-qua-noi-khac (with results)': asResultOfficer('/quan-tri/ket-qua-noi-khac?nhap=3-1-1-2'),
	'/en/quan-tri/ket-qua-noi-khac (one entry)': asResultOfficer('/en/quan-tri/ket-qua-noi-khac?lan=BATCH'),
	'/quan-tri/ket-qua-noi-khac/moi': asOfficer('/quan-tri/ket-qua-noi-khac/moi'),
	'/quan-tri/ket-qua-noi-khac/tep': asOfficer('/quan-tri/ket-qua-noi-khac/tep'),
	'/quan-tri/so-lieu-noi-khac (with figures)': asOfficer('/quan-tri/so-lieu-noi-khac?nhap=3-1-1-2'),
	'/en/quan-tri/so-lieu-noi-khac (no such place)': asOfficer('/en/quan-tri/so-lieu-noi-khac?noi=Zzz'),
	'/quan-tri/so-lieu-noi-khac/moi': asOfficer('/quan-tri/so-lieu-noi-khac/moi'),
	'/quan-tri/so-lieu-noi-khac/tep': asOfficer('/quan-tri/so-lieu-noi-khac/tep'),
	'a figure of another platform': async (context) => `/quan-tri/so-lieu-noi-khac/${await corrected(context)}`
};
