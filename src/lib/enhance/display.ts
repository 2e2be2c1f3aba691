import { displayCookie, formatDisplay, parseDisplay, stepSize, themes, type Display } from '../display.ts';

/** A−, A+ and the background change at once, by a new cookie and the small stylesheet made from it. */
export function watchDisplay(): void {
	const form = document.querySelector<HTMLFormElement>('form[data-display]');
	const sheet = document.querySelector<HTMLLinkElement>('link[href^="/hien-thi.css"]');
	if (!form || !sheet) return;
	form.addEventListener('submit', (event) => {
		const button = event.submitter;
		if (!(button instanceof HTMLButtonElement)) return;
		event.preventDefault();
		const display = changed(parseDisplay(cookie(displayCookie)), button);
		document.cookie = `${displayCookie}=${formatDisplay(display)}; path=/; max-age=${400 * 24 * 3600}; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
		renew(sheet);
		const other = button.name === 'nen' && form.querySelector<HTMLElement>(`[name=nen]:not([value=${button.value}])`);
		if (other) sheetReady.then(() => other.focus());
	});
}

let sheetReady: Promise<unknown> = Promise.resolve();

/** The new stylesheet comes before the old one goes, so that nothing flickers. */
function renew(old: HTMLLinkElement): void {
	const sheet = document.querySelector<HTMLLinkElement>('link[href^="/hien-thi.css"]:not([data-old])') ?? old;
	const next = document.createElement('link');
	next.rel = 'stylesheet';
	next.href = `/hien-thi.css?${Date.now()}`;
	sheet.dataset['old'] = '';
	sheetReady = new Promise((done) => {
		next.addEventListener('load', () => {
			sheet.remove();
			done(undefined);
		});
	});
	sheet.after(next);
}

function changed(now: Display, { name, value }: HTMLButtonElement): Display {
	if (name === 'buoc') return { ...now, size: stepSize(now.size, value === 'lon' ? 1 : -1) };
	return { ...now, theme: themes.find((each) => each === value) ?? now.theme };
}

function cookie(name: string): string | undefined {
	return document.cookie
		.split('; ')
		.find((each) => each.startsWith(`${name}=`))
		?.slice(name.length + 1);
}
