import { describe, expect, it } from 'vitest';
import { Lexicon } from './lexicon.ts';
import { plainText } from './plain-text.ts';
import { findable, markedText, snippet } from './snippet.ts';
import { indexed, readWish } from './words.ts';

function shown(text: string, query: string, show = snippet): string {
	const lexicon = new Lexicon();
	const found = findable(text, lexicon.read(indexed(text)));
	return show(found, lexicon.seek(readWish(query)))
		.map((segment) => (segment.marked ? `[${segment.text}]` : segment.text))
		.join('');
}

const long =
	`${'Chuyện ở quê thì nhiều lắm. '.repeat(20)}Kẻ gian xin mã OTP để lấy tiền. ${'Rồi lại chuyện khác nữa. '.repeat(20)}`.trim();

describe('a snippet', () => {
	it('marks the words as they are written, without anything else changed', () => {
		expect(shown('Giữ kín mã OTP.', 'MA otp')).toBe('Giữ kín [mã] [OTP].');
		expect(shown('Giữ kín mã OTP.', 'ma', markedText)).toBe('Giữ kín [mã] OTP.');
	});

	it('marks only the spelling that was typed where the text has it', () => {
		expect(shown('Dân làng nghe đàn.', 'đàn')).toBe('Dân làng nghe [đàn].');
		expect(shown('Dân làng dán giấy.', 'đàn')).toBe('[Dân] làng [dán] giấy.');
	});

	it('marks words that begin with the last one only where it does not stand whole', () => {
		expect(shown('An toàn là trên hết.', 'an to')).toBe('[An] [toàn] là trên hết.');
		expect(shown('Ma và mật mã.', 'ma')).toBe('[Ma] và mật [mã].');
		expect(shown('Máy tính.', 'may ti')).toBe('[Máy] [tính].');
	});

	it('is cut at words round the hit, from the beginning of its sentence', () => {
		const text = shown(long, 'ma otp');
		expect(text).toMatch(/^… Kẻ gian xin \[mã\] \[OTP\] để lấy tiền\. .* …$/);
		expect(text.length).toBeLessThan(200);
		const inside = text.replace(/^… | …$/g, '').replace(/[[\]]/g, '');
		expect(` ${long} `).toContain(` ${inside} `);
	});

	it('shows where most of the words are together', () => {
		const text = `Có mã. ${'Một hai ba bốn. '.repeat(20)}Mã OTP gửi về máy.`;
		expect(shown(text, 'ma otp')).toContain('[Mã] [OTP]');
	});

	it('is the beginning where nothing is found, and nothing of an empty text', () => {
		expect(shown(long, 'zzz')).toMatch(/^Chuyện ở quê .* …$/);
		expect(shown('', 'ma')).toBe('');
	});
});

describe('the words of HTML', () => {
	it('stand apart where blocks do, and lose their marks of structure', () => {
		const html = '<h2 id="a">Một &amp; hai</h2><p>Ba <strong>b</strong>ốn&#33;</p><ul><li>x &lt;y&gt;</li></ul>';
		expect(plainText(html)).toBe('Một & hai Ba bốn! x <y>');
		expect(plainText('&khong; &#0;')).toBe('&khong; &#0;');
	});
});
