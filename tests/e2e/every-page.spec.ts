import AxeBuilder from '@axe-core/playwright';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { writeDown } from './support/helped.ts';
import { recognisedName } from './support/recognised.ts';
import { markedClass } from './support/marks.ts';
import { photographedClass } from './support/photos.ts';
import { answeredQuestions } from './support/question-figures.ts';
import { sentQuestions } from './support/sent-questions.ts';
import { asAdministrator, courseId, earnRecord, holdClass, signUp, takeQuiz, callApi } from './support/people.ts';
import { assignedScenes } from './support/assigned.ts';
import { recordScenes } from './support/records.ts';
import { reviewScenes } from './support/review.ts';
import { teamScenes } from './support/scenes.ts';
import { vneidScenes } from './support/vneid.ts';
import { paperScenes } from './support/papers.ts';
import { elsewhereScenes } from './support/elsewhere.ts';
import { registerScenes } from './support/register.ts';
import { schoolScenes } from './support/schools.ts';
import { sittingScenes } from './support/sittings.ts';
import { organisationScenes } from './support/organisations.ts';
import { importScenes } from './support/imports.ts';

// The landscapes move; drawing that in software, frame by frame, takes longer than all that is looked at here.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Whose page it is, and how to get to where it can be seen. */
type Scene = (context: BrowserContext) => Promise<string>;

const open: Record<string, Scene> = {};
const show = (...paths: string[]) => {
	for (const path of paths) open[path] = async () => path;
};
show('/', '/en', '/bai-hoc', '/chuong-trinh/nguoi-dan', '/en/chuong-trinh/cong-chuc', `/khoa-hoc/${courseId}`);
show(`/khoa-hoc/${courseId}/ba-dau-hieu`, `/en/khoa-hoc/${courseId}/giu-kin-otp`, `/khoa-hoc/${courseId}/kiem-tra`);
show(`/khoa-hoc/${courseId}/ba-dau-hieu/man-hinh`, `/khoa-hoc/${courseId}/ba-dau-hieu/man-hinh#buoc-8`);
show(`/khoa-hoc/${courseId}/ba-dau-hieu/the-buoc`, `/en/khoa-hoc/${courseId}/giu-kin-otp/the-buoc`, '/the-tra-loi');
show('/tai-ve', '/en/tai-ve', '/mang-theo', '/en/mang-theo');
show('/tu-dien', '/cach-ghi-nhan', '/khung-ky-nang', '/quyen-rieng-tu', '/tro-nang', '/nho-nguoi-giup', '/lop-gan-nha');
show('/quyen-rieng-tu/so-xu-ly', '/en/quyen-rieng-tu/so-xu-ly');
show('/cua-toi/du-lieu', '/cua-toi/du-lieu/ban-doc', '/cua-toi/du-lieu/da-xoa', '/en/cua-toi/du-lieu/da-xoa');
show('/doi-nguoi', '/diem-danh', '/diem-danh/khong-co-ma', '/the', `/en/the/${'khongphaima'.repeat(6)}`);
show('/tim-kiem', '/tim-kiem?q=ma+otp', '/tim-kiem?q=zzzz', `/tim-kiem?q=${'a'.repeat(101)}`, '/en/tim-kiem?q=code');
show('/cach-ghi-nhan/giay-xac-nhan', '/en/cach-ghi-nhan/giay-xac-nhan');
show('/danh-gia', '/en/danh-gia', '/danh-gia/thu-suc-an-toan', '/en/danh-gia/cuoi-khoa-nguoi-dan');
show('/hien-thi', '/dang-nhap', '/dang-ky', '/mo-lai-tai-khoan', '/cua-toi', '/xac-minh', '/khong-co-trang-nay');
show('/xac-minh?huy-hieu');
show('/xac-minh/nhieu', '/en/xac-minh/nhieu', '/xac-minh/nhieu?sai=certify.no-codes', '/en/xac-minh');
show('/xac-minh/0000-0000-0000-00000', '/xac-minh/khong-phai-ma', '/quan-tri/dau-tien?ma=khong-con');

const signedIn =
	(path: string): Scene =>
	async (context) => {
		await signUp(context);
		return path;
	};
for (const path of [
	'/cua-toi',
	'/cua-toi/mat-khau',
	'/cua-toi/thiet-bi',
	'/cua-toi/ai-da-xem',
	'/cua-toi/du-lieu',
	'/cua-toi/dong-y',
	'/en/cua-toi/dong-y',
	'/en/cua-toi/du-lieu',
	'/cua-toi/du-lieu/ban-doc',
	'/cua-toi/du-lieu/sua',
	'/cua-toi/du-lieu/xoa',
	'/en/cua-toi/du-lieu/xoa',
	'/dang-xuat',
	'/doi-nguoi',
	'/viec-duoc-giao',
	'/en/viec-duoc-giao?loc=da-xong'
])
	open[`${path} (signed in)`] = signedIn(path);
open['a question of the quiz'] = async (context) => {
	await signUp(context);
	const { id } = await callApi<{ id: string }>(context, `/courses/${courseId}/attempts`, {});
	return `/lam-bai/${id}`;
};
const testBegun =
	(test: string, show = (attempt: { id: string }) => `/lam-bai/${attempt.id}`): Scene =>
	async (context) => {
		await signUp(context);
		return show(await callApi<{ id: string }>(context, `/tests/${test}/attempts`, {}));
	};
open['a question of a placement'] = testBegun('thu-suc-an-toan');
open['a final test under way'] = testBegun('cuoi-khoa-nguoi-dan');
open['a final test before it is handed in'] = testBegun(
	'cuoi-khoa-nguoi-dan',
	({ id }) => `/lam-bai/${id}?cau=xem-lai`
);
open['what a test found out'] = async (context) => {
	await signUp(context);
	const { id } = await callApi<{ id: string }>(context, '/tests/cuoi-khoa-nguoi-dan/attempts', {});
	await callApi(context, `/attempts/${id}/finish`, { finishUnanswered: true });
	return `/lam-bai/${id}/ket-qua`;
};
open['a test that can’t be taken again yet'] = async (context) => {
	await signUp(context);
	const { id } = await callApi<{ id: string }>(context, '/tests/cuoi-khoa-nguoi-dan/attempts', {});
	await callApi(context, `/attempts/${id}/finish`, { finishUnanswered: true });
	return '/danh-gia/cuoi-khoa-nguoi-dan';
};
open['a quiz passed'] = async (context) => `/lam-bai/${await takeQuiz(context, true)}/ket-qua`;
open['a quiz not passed'] = async (context) => `/lam-bai/${await takeQuiz(context, false)}/ket-qua`;
open['the name on a record'] = async (context) => `/giay-xac-nhan/nhan/${await takeQuiz(context, true)}`;
open['a record'] = async (context) => `/giay-xac-nhan/${(await earnRecord(context)).code}`;
open['a record checked by its QR code'] = async (context) => {
	const { codeUrl } = await callApi<{ codeUrl: string }>(context, `/records/${(await earnRecord(context)).code}`);
	return codeUrl.replace(/^https?:\/\/[^/]+/, '');
};
open['a record verified'] = async (context) => `/xac-minh/${(await earnRecord(context)).code}`;
for (const path of [
	'/giao-viec',
	'/giao-viec/moi',
	'/quan-tri',
	'/quan-tri/tai-khoan',
	'/quan-tri/giay-xac-nhan',
	'/quan-tri/nhat-ky',
	'/lap-dia-ban',
	'/don-vi',
	'/don-vi/moi?trong=mau-dong-sen',
	'/dia-ban',
	'/dia-ban?tim=dong',
	'/dia-ban/mau-dong-sen'
])
	open[`${path} (administrator)`] = async (context) => {
		await asAdministrator(context);
		return path;
	};

open['/cua-toi/ai-da-xem (looked at by an administrator)'] = async (context) => {
	const browser = context.browser();
	const office = await browser?.newContext();
	const { id } = await signUp(context);
	if (!office) throw new Error('a page always has a browser');
	await asAdministrator(office);
	await callApi(office, `/accounts/${id}`);
	await office.close();
	return '/cua-toi/ai-da-xem';
};
for (const path of ['/lop', '/lop/moi', '/en/lop/moi?tim=dong', '/lop/con-thieu'])
	open[`${path} (administrator)`] = async (context) => {
		await holdClass(context);
		return path;
	};
const inClass =
	(rest = ''): Scene =>
	async (context) => {
		const { id } = await holdClass(context);
		const people = [{ name: 'Bà Tư', birthYear: 1950, mark: 'reminded' }, { name: 'Nguyễn Thị Minh Khai (xóm trên)' }];
		await callApi(context, `/classes/${id}/attendance`, { way: 'tick', people });
		return `/lop/${id}${rest}`;
	};
for (const rest of ['', '/sua', '/sua?tim=ha', '/giay', '?nghi', '?xong=ghi']) open[`a session${rest}`] = inClass(rest);
for (const [name, rest] of Object.entries({
	'the lessons for a class': '/day',
	'the courses for a class': '/day?khoa=',
	'a lesson on the big screen': `/day/${courseId}/ba-dau-hieu`,
	'a step on the big screen': `/day/${courseId}/ba-dau-hieu?buoc=3`,
	'a question on the big screen': `/day/${courseId}/ba-dau-hieu?buoc=8&dap-an`,
	'marking a question in class': `/ghi/${courseId}/ba-dau-hieu?cau=dau-hieu-2`,
	'the results of a class': '/ket-qua'
}))
	open[name] = async (context) => `/lop/${await markedClass(context)}${rest}`;
open['a session with a name that was somebody’s'] = async (context) => `/lop/${(await recognisedName(context)).id}`;
open['a session with photos'] = async (context) => `/lop/${await photographedClass(context)}?xong=anh`;
open['a session that refused a photo'] = async (context) => `/lop/${await markedClass(context)}?anh=photos.heic#photos`;
open['marking where nobody is'] = async (context) =>
	`/lop/${(await holdClass(context)).id}/ghi/${courseId}/ba-dau-hieu`;
open['a place with a class'] = async (context) => {
	await holdClass(context);
	await context.clearCookies();
	return '/lop-gan-nha?noi=mau-dong-sen';
};
open['the code on the wall'] = async (context) => {
	const { code } = await holdClass(context);
	await context.clearCookies();
	return `/diem-danh/${code}`;
};
open['here by the code on the wall'] = async (context) => {
	const { code } = await holdClass(context);
	await callApi(context, `/class-codes/${code}/attendance`, {});
	return `/en/diem-danh/${code}?xong`;
};
for (const path of ['/nguoi-hoc', '/nguoi-hoc/moi', '/en/nguoi-hoc/moi?tim=dong'])
	open[`${path} (administrator)`] = async (context) => {
		await writeDown(context);
		return path;
	};
for (const rest of ['', '/sua', '/mau-giay'])
	open[`a helped learner${rest}`] = async (context) => `/nguoi-hoc/${(await writeDown(context)).learner.id}${rest}`;
for (const [name, rest] of [
	['who may be the same', () => '/gop'],
	['two who may be one', (other: string) => `/gop/${other}`]
] as const)
	open[`a helped learner, ${name}`] = async (context) => {
		const [one, other] = [await writeDown(context), await writeDown(context)];
		return `/nguoi-hoc/${one.learner.id}${rest(other.learner.id)}`;
	};
open['a helped learner, merged with another'] = async (context) => {
	const [{ learner }, other] = [await writeDown(context), await writeDown(context)];
	await callApi(context, `/helped-learners/${learner.id}/merges`, { otherId: other.learner.id });
	return `/nguoi-hoc/${learner.id}`;
};
open['a card, before its PIN'] = async (context) => (await writeDown(context)).path;
for (const path of ['/the', '/bai-hoc', '/doi-nguoi'])
	open[`${path} (a card open)`] = async (context) => {
		const { code, pin } = await writeDown(context);
		await callApi(context, '/cards/open', { code, pin });
		return path;
	};
for (const [path, prepare] of [
	['/bien-tap/cau-hoi', answeredQuestions],
	['/en/bien-tap/cau-hoi', answeredQuestions],
	['/bien-tap/cau-hoi?xem=alike', asAdministrator],
	['/bien-tap/cau-hoi/trao-doi', asAdministrator],
	['/en/bien-tap/cau-hoi/trao-doi?dang=gift&khoa=an-toan-so', asAdministrator],
	['/bien-tap/cau-hoi/trao-doi?sai=exchange.no-file-sent', asAdministrator]
] as const)
	open[`${path} (administrator)`] = async (context) => {
		await prepare(context);
		return path;
	};
for (const lang of ['', '/en'])
	open[`${lang}/bien-tap/cau-hoi, one question`] = async (context) =>
		`${lang}/bien-tap/cau-hoi/${(await answeredQuestions(context)).id}`;
open['/bien-tap/cau-hoi, a question nobody has met'] = async (context) =>
	`/bien-tap/cau-hoi/${(await answeredQuestions(context)).unmet}`;
open['questions that came from elsewhere'] = sentQuestions;
Object.assign(open, teamScenes, sittingScenes, reviewScenes, vneidScenes);
Object.assign(open, paperScenes, recordScenes, registerScenes);
Object.assign(open, assignedScenes, elsewhereScenes, organisationScenes, importScenes, schoolScenes);
open['/quan-tri/nhat-ky (days that cannot be)'] = async (context) => {
	await asAdministrator(context);
	return '/quan-tri/nhat-ky?viec=identity.account-viewed&tu=2026-11-24&den=2026-11-23';
};

/** What a careful visitor would notice at this width. */
async function noticed(page: Page, width: number): Promise<string[]> {
	await page.setViewportSize({ width, height: 640 });
	return page.evaluate(() => {
		const root = document.documentElement;
		const style = document.querySelector('[style]');
		const controls = [...document.querySelectorAll<HTMLElement>('a,button,input,select,textarea,summary')];
		/** Links inside a sentence, what is there for screen readers only, and choices whose whole card is the target. */
		const exempt = (element: HTMLElement) =>
			getComputedStyle(element).display === 'inline' ||
			element.matches('.sr-only, .skip, label input[type=radio], label input[type=checkbox]');
		const small = controls.filter((element) => {
			const { width, height } = element.getBoundingClientRect();
			return width > 0 && Math.min(width, height) < 47 && !exempt(element);
		});
		const findings: [boolean, string][] = [
			[root.scrollWidth > root.clientWidth, `scrolls sideways by ${root.scrollWidth - root.clientWidth} px`],
			[document.querySelectorAll('h1').length !== 1, 'has not exactly one h1'],
			[!/Bình dân học vụ số|Digital literacy for all/.test(document.title), `is called ${document.title}`],
			[style !== null, `has a style attribute: ${style?.outerHTML.slice(0, 80)}`],
			[small.length > 0, `small targets: ${small.map((each) => each.outerHTML.slice(0, 80)).join(' ')}`]
		];
		return findings.filter(([found]) => found).map(([, told]) => told);
	});
}

/** What axe finds, each with where. */
async function violations(page: Page): Promise<string[]> {
	const found = await new AxeBuilder({ page }).analyze();
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

for (const [name, scene] of Object.entries(open)) {
	test(`${name} is accessible, fits a narrow phone, and says nothing in the console`, async ({ context, page }) => {
		const problems: string[] = [];
		page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
		page.on('pageerror', (error) => problems.push(String(error)));
		const path = await scene(context);
		const response = await page.goto(path, { waitUntil: 'networkidle' });
		const headers = response?.headers() ?? {};
		expect(headers['content-security-policy']).toContain("default-src 'none'");
		expect(headers['content-security-policy']).not.toContain('unsafe');
		expect(headers['referrer-policy']).toBe('same-origin');
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(await page.locator('html').getAttribute('lang')).toBe(path.startsWith('/en') ? 'en' : 'vi');

		for (const [width, colorScheme] of [
			[360, 'light'],
			[360, 'dark'],
			[1366, 'light'],
			[1366, 'dark']
		] as const) {
			await page.setViewportSize({ width, height: 780 });
			await page.emulateMedia({ colorScheme });
			expect([width, colorScheme, ...(await violations(page))]).toEqual([width, colorScheme]);
		}
		expect(await noticed(page, 320)).toEqual([]);
		const expected = (text: string) => !/status of 4\d\d/.test(text); // a page that is not there says so
		expect(problems.filter(expected)).toEqual([]);
	});
}

test('no page speaks like a form or breaks off in English', async ({ page }) => {
	for (const path of [
		'/',
		'/bai-hoc',
		'/chuong-trinh/nguoi-dan',
		`/khoa-hoc/${courseId}`,
		'/cach-ghi-nhan',
		'/dang-ky'
	]) {
		await page.goto(path);
		const text = await page.locator('body').innerText();
		expect(text).not.toMatch(/chứng chỉ|CCCD|Sai!|undefined|\bNaN\b|\[object|đạt phổ cập/i);
		// A message key that nobody wrote would stand on the page as itself.
		expect(text).not.toMatch(
			/\b(site|account|items|quiz|admin|learn|assess|certify|community|helped|teams|visits|families|identity|places|catalog|platform)\.[a-z-]+\b/
		);
	}
});
