import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
	contrasts,
	displayCookie,
	formatDisplay,
	parseDisplay,
	sizes,
	stepSize,
	themes,
	type Display
} from '$lib/display.ts';
import { inLanguage } from '$lib/language.ts';
import { sitePath } from '$lib/site-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies, url }) => ({
	display: parseDisplay(cookies.get(displayCookie)),
	back: sitePath(url.searchParams.get('ve'))
});

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const display = chosen(form, parseDisplay(event.cookies.get(displayCookie)));
		event.cookies.set(displayCookie, formatDisplay(display), {
			path: '/',
			httpOnly: false, // the script changes it too
			sameSite: 'lax',
			secure: event.url.protocol === 'https:',
			maxAge: 400 * 24 * 3600
		});
		redirect(303, wayBack(event, form));
	}
};

/** What the form asks for; whatever it leaves out or gets wrong stays as it was. */
function chosen(form: FormData, now: Display): Display {
	const step = form.get('buoc');
	const size = sizes.find((each) => String(each) === form.get('co')) ?? now.size;
	return {
		size: step === 'lon' ? stepSize(size, 1) : step === 'nho' ? stepSize(size, -1) : size,
		theme: themes.find((each) => each === form.get('nen')) ?? now.theme,
		contrast: contrasts.find((each) => each === form.get('tuong-phan')) ?? now.contrast
	};
}

/** The page the form stood on, with its query where the browser tells it; never another site. */
function wayBack({ request, url, locals }: RequestEvent, form: FormData): string {
	const path = sitePath(String(form.get('ve') ?? '')) ?? inLanguage(locals.lang, '/hien-thi');
	const referer = request.headers.get('referer') ?? '';
	if (!URL.canParse(referer)) return path;
	const from = new URL(referer);
	return from.origin === url.origin && from.pathname === path ? path + from.search : path;
}
