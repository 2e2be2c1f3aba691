/** How a reader wants to see the site. Kept in the cookie `hien_thi`, told to the browser by `/hien-thi.css`. */
export interface Display {
	/** Text size in px. */
	size: 18 | 21 | 24 | 28;
	theme: 'auto' | 'light' | 'dark';
	contrast: 'auto' | 'more';
}

export const displayCookie = 'hien_thi';
export const sizes = [18, 21, 24, 28] as const;
export const themes = ['auto', 'light', 'dark'] as const;
export const contrasts = ['auto', 'more'] as const;

const plain: Display = { size: 18, theme: 'auto', contrast: 'auto' };

function oneOf<T>(known: readonly T[], value: unknown, otherwise: T): T {
	return known.find((each) => String(each) === value) ?? otherwise;
}

/** Reads the cookie's value (`24.dark.auto`); whatever is not understood is as if nobody had chosen. */
export function parseDisplay(value: string | undefined): Display {
	const [size, theme, contrast] = (value ?? '').split('.');
	return {
		size: oneOf(sizes, size, plain.size),
		theme: oneOf(themes, theme, plain.theme),
		contrast: oneOf(contrasts, contrast, plain.contrast)
	};
}

/** The cookie's value for a choice: `24.dark.auto`. */
export function formatDisplay({ size, theme, contrast }: Display): string {
	return `${size}.${theme}.${contrast}`;
}

/** The next larger or smaller text size; the last one stays. */
export function stepSize(size: Display['size'], step: 1 | -1): Display['size'] {
	return sizes[sizes.indexOf(size) + step] ?? size;
}

const themeRules = {
	auto: '',
	light: '@media screen{:root{color-scheme:light;--by-day:initial;--by-night: }}',
	dark: '@media screen{:root{color-scheme:dark;--by-day: ;--by-night:initial}}'
};

/** What every page carries and only those see on whose device somebody's card is open: the way to hand it back. */
const cardBar = '@media screen{.card-bar{display:block}}';

/**
 * The tiny stylesheet that turns a reader's choice into looks; empty for who chose nothing. Pages are the same bytes for
 * everyone, so it also shows the bar by which a device is handed back.
 */
export function displayStylesheet(cookieValue: string | undefined, cardOpen = false): string {
	const { size, theme, contrast } = parseDisplay(cookieValue);
	const sizeRule = size === 18 ? '' : `@media screen{html{font-size:${(size / 16) * 100}%}}`;
	const contrastRule =
		contrast === 'auto' ? '' : '@media screen{:root{--line:var(--edge);--edge:var(--ink);--soft:var(--ink)}}';
	return sizeRule + themeRules[theme] + contrastRule + (cardOpen ? cardBar : '');
}
