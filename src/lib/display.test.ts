import { describe, expect, it } from 'vitest';
import { displayStylesheet, formatDisplay, parseDisplay, stepSize } from './display.ts';

describe('the display cookie', () => {
	it('is read back as it was written', () => {
		const display = { size: 24, theme: 'dark', contrast: 'more' } as const;
		expect(parseDisplay(formatDisplay(display))).toEqual(display);
	});

	it.each([undefined, '', 'x', '99.pink.most', '<script>'])(
		'that makes no sense (%s) is as if nobody had chosen',
		(value) => {
			expect(parseDisplay(value)).toEqual({ size: 18, theme: 'auto', contrast: 'auto' });
			expect(displayStylesheet(value)).toBe('');
		}
	);

	it('steps through the sizes and stays at the ends', () => {
		expect([stepSize(18, 1), stepSize(21, 1), stepSize(28, 1), stepSize(18, -1)]).toEqual([21, 24, 28, 18]);
	});
});

describe('the stylesheet made from it', () => {
	it('sets the text size in per cent of what the reader set in the browser', () => {
		expect(displayStylesheet('28.auto.auto')).toContain('html{font-size:175%}');
	});

	it('turns the switches of day and night, for the screen only', () => {
		expect(displayStylesheet('18.dark.auto')).toMatch(
			/^@media screen\{.*color-scheme:dark;--by-day: ;--by-night:initial/
		);
		expect(displayStylesheet('18.light.auto')).toContain('--by-day:initial;--by-night: ');
	});

	it('holds nothing but what was chosen from the list', () => {
		expect(displayStylesheet('18;}body{display:none}.dark.more')).not.toContain('display:none');
	});
});
