import type { BrowserContext } from '@playwright/test';
import { asAdministrator, callApi, newUsername } from './people.ts';

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

/** The pages of what other platforms count, for the walk of every page. */
export const elsewhereScenes: Record<string, (context: BrowserContext) => Promise<string>> = {
	'/quan-tri/so-lieu-noi-khac (with figures)': asOfficer('/quan-tri/so-lieu-noi-khac?nhap=3-1-1-2'),
	'/en/quan-tri/so-lieu-noi-khac (no such place)': asOfficer('/en/quan-tri/so-lieu-noi-khac?noi=Zzz'),
	'/quan-tri/so-lieu-noi-khac/moi': asOfficer('/quan-tri/so-lieu-noi-khac/moi'),
	'/quan-tri/so-lieu-noi-khac/tep': asOfficer('/quan-tri/so-lieu-noi-khac/tep'),
	'a figure of another platform': async (context) => `/quan-tri/so-lieu-noi-khac/${await corrected(context)}`
};
