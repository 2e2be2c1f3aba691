import { icons, type IconName } from './icons.ts';

/** The sign of each kind of box; the kind is said in words too. */
export const callSigns = {
	good: 'bulb',
	warn: 'alert',
	bad: 'scam',
	try: 'phone',
	note: 'info'
} as const satisfies Record<string, IconName>;

const box = /<aside class="call (good|warn|bad|try)"[^>]*>/g;

/** Puts its sign into every box that Markdown made; Markdown itself may hold no drawings. */
export function withSigns(html: string): string {
	return html.replace(box, (start, kind: keyof typeof callSigns) => start + signOf(kind));
}

function signOf(kind: keyof typeof callSigns): string {
	return `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${icons[callSigns[kind]]}"/></svg>`;
}
