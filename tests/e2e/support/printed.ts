import type { Page } from '@playwright/test';
import { pagesOfPdf } from '../../support/pdf-text.ts';

/** The page as Chromium prints it, and the size of its sheets in points. */
export async function printed(page: Page) {
	const pdf = await page.pdf({ preferCSSPageSize: true });
	const sizes = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
	return {
		pages: pagesOfPdf(pdf),
		sizes: new Set(sizes.map(([, x, y]) => `${Math.round(Number(x))}×${Math.round(Number(y))}`))
	};
}

/** Colours that would print as more than black, white and grey. */
export function coloured(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const isGrey = (colour: string) => {
			const [r, g, b, a] = (/rgba?\(([^)]*)\)/.exec(colour)?.[1] ?? '').split(',').map(Number);
			return a === 0 || (r === g && g === b);
		};
		const seen = [...document.querySelectorAll('main *')].filter((each) => each.getClientRects().length > 0);
		return seen.flatMap((each) => {
			const { color, backgroundColor } = getComputedStyle(each);
			return [color, backgroundColor].filter((colour) => !isGrey(colour)).map((colour) => `${each.tagName} ${colour}`);
		});
	});
}

/** Size of a sheet in points. */
export const a4 = new Set(['595×842']);
