import { describe, expect, it } from 'vitest';
import { inLanguage } from './language.ts';

describe('the address of a page in a language', () => {
	it.each([
		['vi', '/', '/'],
		['en', '/', '/en'],
		['en', '/bai-hoc', '/en/bai-hoc'],
		['vi', '/en/bai-hoc', '/bai-hoc'],
		['vi', '/en', '/']
	] as const)('is in %s for %s: %s', (lang, path, wanted) => expect(inLanguage(lang, path)).toBe(wanted));

	it.each(['/en//lua.dao', '/en///lua.dao/dang-nhap', '//lua.dao'])('never leads away: %s', (path) => {
		for (const lang of ['vi', 'en'] as const) expect(inLanguage(lang, path)).toMatch(/^\/[^/]/);
	});
});
