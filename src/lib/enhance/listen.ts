import { one } from './page.ts';
import { passages } from './passages.ts';

/** "Nghe đọc bài": the phone's own voice reads the lesson part by part; the button is only there where such a voice is. */
export function readAloud(): void {
	const button = one('[data-listen]');
	const article = one('[data-article]');
	if (!button || !article || !('speechSynthesis' in window)) return;
	const wanted = article.lang || document.documentElement.lang;
	const voiceOf = () => speechSynthesis.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(wanted));
	const offer = () => {
		button.hidden = !voiceOf();
	};
	offer();
	speechSynthesis.addEventListener('voiceschanged', offer);
	addEventListener('pagehide', () => speechSynthesis.cancel());

	let reading: HTMLElement[] = [];
	const stop = () => {
		reading = [];
		speechSynthesis.cancel();
		mark(null);
		dress(button, false);
	};
	const next = () => {
		const passage = reading.shift();
		const voice = voiceOf();
		if (!passage || !voice) return stop();
		mark(passage);
		const speech = new SpeechSynthesisUtterance(passage.innerText);
		Object.assign(speech, { voice, lang: voice.lang, rate: 0.9 });
		const queue = reading;
		speech.onend = () => void (queue === reading && next());
		speech.onerror = () => void (queue === reading && stop());
		speechSynthesis.speak(speech);
	};
	button.addEventListener('click', () => {
		if (reading.length > 0 || speechSynthesis.speaking) return stop();
		reading = fromHere(passages(article));
		dress(button, true);
		next();
	});
}

/** From the first passage that is on the screen; from the beginning when that is in sight. */
function fromHere(all: HTMLElement[]): HTMLElement[] {
	const first = all.findIndex((passage) => passage.getBoundingClientRect().bottom > 80);
	return all.slice(Math.max(0, first));
}

let marked: HTMLElement | null = null;

function mark(passage: HTMLElement | null): void {
	marked?.classList.remove('being-read');
	marked = passage;
	passage?.classList.add('being-read');
	const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
	passage?.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
}

function dress(button: HTMLElement, reading: boolean): void {
	button.setAttribute('aria-pressed', String(reading));
	button.parentElement?.classList.toggle('listening', reading);
	const label = one('span', button);
	if (label) label.textContent = button.dataset[reading ? 'stop' : 'start'] ?? '';
}
