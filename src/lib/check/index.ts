import { mount, unmount } from 'svelte';
import type { Verification } from '../../certify/index.ts';
import { unpacked } from '../../record-text/packed.ts';
import { callApi, isNoAnswer } from '../offline/call-api.ts';
import { keepCheckPage } from '../offline/site-cache.ts';
import { t, to } from '../offline/words.ts';
import { judge, type Kept } from './judge.ts';
import { keptAnew, keptHere } from './kept.ts';
import type { Found } from './outcome.ts';
import Result from './Result.svelte';
import Scan from './Scan.svelte';
import { readScanned, type Scanned } from './scanned.ts';
import { readSigned } from './signed.ts';
import { told, toldOf, type Told } from './told.ts';

/*
 * The script of the pages that check records. What stands behind the `#` of the address is read and judged here, in the
 * browser; of it nothing is ever sent anywhere. It keeps the page, the keys and the lists for when there is no signal.
 */
const place = document.querySelector<HTMLElement>('[data-check]');
/** Without its language: `/xac-minh/7K4M-…`. */
const code = /\/xac-minh\/([^/]+)$/.exec(location.pathname)?.[1] ?? null;
/** The page as it is kept for any code: it does not know which one it was opened for. */
const anyCode = place?.dataset.check === 'any';

async function check(target: HTMLElement): Promise<void> {
	const typed = code ?? (anyCode ? new URLSearchParams(location.search).get('ma') : null);
	if (typed === null) return;
	const found = readScanned(`xac-minh/${typed}${location.hash}`);
	const [only, other] = found;
	if (other) return show(target, toldOf('two'), found.map(nextOf));
	if (only?.letters) return checkText(target, typed, only.letters);
	if (anyCode) show(target, toldOf('code-only'), []);
}

/** The text behind the `#`: first by what is kept, then with what the site says now. */
async function checkText(target: HTMLElement, typed: string, letters: string): Promise<void> {
	const say = (kept: Kept | null, found: Found) => {
		const start = performance.now();
		const judged = judge(unpacked(letters), typed, { kept, now: new Date() });
		performance.measure('judged', { start }); // for the table of measurements
		const answer = told(judged, found);
		show(target, answer, answer.next === null ? [] : [nextOf({ code: answer.next, letters: next(answer, letters) })]);
	};
	const before = await keptHere().catch(() => null);
	if (before) say(before, null);
	const [found, now] = await Promise.all([askRegister(typed), anew()]);
	say(now ?? before, found);
}

/** Of a record that took another's place only the code is known; a text that came under a wrong code goes along with its own. */
const next = ({ outcome }: Told, letters: string) => (outcome === 'other-code' ? letters : null);

async function askRegister(typed: string): Promise<Found> {
	const brought = place?.dataset.found;
	if (brought) return JSON.parse(brought) as Verification; // by the page, which asked the API
	const answer = await callApi<Verification>(`GET /verifications/${encodeURIComponent(typed)}`);
	return isNoAnswer(answer) || !answer.ok ? null : answer.data;
}

function nextOf({ code, letters }: Scanned): { code: string; href: string } {
	const typed = code ?? '';
	return { code: typed, href: `/xac-minh/${encodeURIComponent(typed)}${letters === null ? '' : `#${letters}`}` };
}

let asked: ReturnType<typeof keptAnew> | undefined;
/** The site's keys and lists, asked for once while the page is open. */
const anew = () => (asked ??= keptAnew());

let shown: Record<string, unknown> | undefined;

/** Shows it instead of what the site said of the code alone; where nothing could be read, beside it. */
function show(target: HTMLElement, answer: Told, codes: { code: string; href: string }[]): void {
	const beside = place?.dataset.found !== undefined && notRead.includes(answer.outcome);
	if (!beside) for (const other of document.querySelectorAll('[data-instead]')) other.remove();
	if (shown) void unmount(shown);
	if (!beside) document.title = `${t(`${answer.outcome}-title`)} – ${document.title.split(' – ').at(-1) ?? ''}`;
	shown = mount(Result, { target, props: { told: answer, next: codes, beside } });
}

const notRead: readonly string[] = ['truncated', 'unreadable', 'newer'];

/** The page for any code, with what it needs to read pictures, and today's keys and lists. */
async function keepForLater(): Promise<void> {
	if (!('serviceWorker' in navigator && 'caches' in window)) return;
	void navigator.serviceWorker.register('/service-worker.js');
	if (!navigator.onLine) return;
	await keepCheckPage([place?.dataset.decoder ?? ''].filter(Boolean));
	await anew();
}

/** Goes to the page of the code that was scanned or pasted; what is behind the `#` stays in the browser. */
function goTo(target: HTMLElement, text: string): void {
	const found = readScanned(text);
	const [only, other] = found;
	if (other) return show(target, toldOf('two'), found.map(nextOf));
	if (!only) return;
	const read = only.letters === null ? null : unpacked(only.letters);
	const own = read && typeof read !== 'string' ? readSigned(read.text)?.code : undefined;
	location.assign(to(nextOf({ ...only, code: only.code ?? own ?? 'ma' }).href));
}

/** Scanning, and typing whole addresses: both only where this script runs. */
function helpToCheck(target: HTMLElement): void {
	const scan = document.querySelector<HTMLElement>('[data-scan]');
	const props = { decoder: place?.dataset.decoder ?? '', onfound: (text: string) => goTo(target, text) };
	if (scan) mount(Scan, { target: scan, props });
	const box = document.querySelector<HTMLInputElement>('input[name=ma]');
	box?.removeAttribute('maxlength');
	box?.form?.addEventListener('submit', (event) => {
		if (!readScanned(box.value).some(({ letters }) => letters !== null)) return;
		event.preventDefault();
		goTo(target, box.value);
	});
}

/** A file is looked into by the site; without signal the form says so, instead of leading to a page that never comes. */
function tellWithoutSignal(): void {
	const form = document.querySelector<HTMLFormElement>('form[data-needs-signal]');
	const note = form?.querySelector('[role=status]');
	form?.addEventListener('submit', async (event) => {
		event.preventDefault();
		const answer = await callApi('GET /badge-verifications/last');
		if (!isNoAnswer(answer)) form.submit();
		else if (note) note.textContent = form.dataset.needsSignal ?? '';
	});
}

if (place) {
	helpToCheck(place);
	tellWithoutSignal();
	void check(place);
	addEventListener('hashchange', () => void check(place));
	void keepForLater();
}
