import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { catalogues } from './catalogues.ts';
import { preferredLang, say } from './index.ts';

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** The names of the values a message asks for; elements of type 0 are plain words, of type 7 the `#` of a plural. */
function valuesOf(elements: Elements): string[] {
	return elements.flatMap((element) => {
		if (element.type === 0 || element.type === 7) return [];
		const inner =
			'options' in element ? Object.values(element.options).flatMap((option) => valuesOf(option.value)) : [];
		return [element.value, ...inner];
	});
}

describe('the message catalogue', () => {
	it('says in English all that it says in Vietnamese', () => {
		expect(Object.keys(catalogues.en).sort()).toEqual(Object.keys(catalogues.vi).sort());
	});

	it('asks for the same values in both languages', () => {
		for (const [key, text] of Object.entries(catalogues.vi)) {
			const names = (message: string) => [...new Set(valuesOf(new IntlMessageFormat(message).getAst()))].sort();
			expect([key, names(catalogues.en[key] ?? '')]).toEqual([key, names(text)]);
		}
	});

	it('never speaks like a form', () => {
		for (const [key, text] of Object.entries(catalogues.vi))
			expect(text, key).not.toMatch(/chứng chỉ|CCCD|Sai!|Submit|Dashboard|đạt phổ cập/i);
	});

	it('puts values in, and says an unknown key as itself', () => {
		expect(say('vi', 'platform.field-too-short', { limit: 8 })).toBe('Chỗ này cần ít nhất 8 ký tự.');
		expect(say('en', 'nowhere.nothing')).toBe('nowhere.nothing');
	});
});

describe('the language of a request', () => {
	it.each([
		['en-GB,en;q=0.9', 'en'],
		['vi', 'vi'],
		['vi-VN,en;q=0.5', 'vi'],
		['fr', 'vi'],
		[undefined, 'vi']
	])('%s is answered in %s', (header, lang) => expect(preferredLang(header)).toBe(lang));
});
