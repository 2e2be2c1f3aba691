import { describe, expect, it } from 'vitest';
import { Lexicon } from './lexicon.ts';
import { byRank, rank, type Seeker } from './ranking.ts';
import { indexed, readWish, wordsOf } from './words.ts';

interface Written {
	title: string;
	body?: string;
	groups?: string[];
	space?: string;
}
const stranger: Seeker = { group: null, placePath: null };

/** The titles in the order in which the query finds them. */
function order(query: string, texts: Written[], seeker = stranger): string[] {
	const lexicon = new Lexicon();
	const rankables = texts.map(({ title, body = '', groups = [], space = '/' }) => ({
		...{ title: lexicon.read(indexed(title)), titleWords: wordsOf(title).length, body: lexicon.read(indexed(body)) },
		...{ groups, space, called: title }
	}));
	const sought = lexicon.seek(readWish(query));
	return rankables
		.map(({ called, ...rankable }) => ({ title: called, rank: rank(rankable, sought, seeker) }))
		.sort((a, b) => byRank(a.rank, b.rank))
		.map(({ title }) => title);
}

describe('what comes first', () => {
	it('is the spelling that was typed, even in the body', () => {
		const texts = [{ title: 'Dân ca' }, { title: 'Dán tem' }, { title: 'Nhạc', body: 'Nghe đàn.' }];
		expect(order('đàn', texts)[0]).toBe('Nhạc');
		expect(order('dân', texts)[0]).toBe('Dân ca');
		expect(order('dan', texts)[2]).toBe('Nhạc');
	});

	it('is a title before a body, and the whole title before a part of one', () => {
		expect(
			order('ma otp', [{ title: 'Tin nhắn', body: 'Mã OTP.' }, { title: 'Giữ kín mã OTP' }, { title: 'Mã OTP' }])
		).toEqual(['Mã OTP', 'Giữ kín mã OTP', 'Tin nhắn']);
	});

	it('is a whole word before a beginning', () => {
		expect(order('ma', [{ title: 'Máy tính' }, { title: 'Giữ mã' }])[0]).toBe('Giữ mã');
	});

	it('is words side by side before words apart', () => {
		const apart = { title: 'Xa', body: 'Số nhà và an ninh, toàn là chuyện.' };
		expect(order('an toan so', [apart, { title: 'Gần', body: 'Học an toàn số.' }])[0]).toBe('Gần');
	});

	it('is what holds more of the words, whatever else speaks for it', () => {
		const all = { title: 'Đủ', body: 'mã và tiền' };
		expect(
			order('mã tiền', [{ title: 'Mã mã mã', groups: ['lao-dong'] }, all], { ...stranger, group: 'lao-dong' })[0]
		).toBe('Đủ');
	});

	it("is the reader's own group where nothing else decides", () => {
		const texts = [
			{ title: 'Mã một', groups: ['hoc-sinh'] },
			{ title: 'Mã hai', groups: ['lao-dong'] }
		];
		expect(order('mã', texts, { ...stranger, group: 'lao-dong' })[0]).toBe('Mã hai');
		expect(order('mã', texts, { ...stranger, group: 'hoc-sinh' })[0]).toBe('Mã một');
	});

	it("is what the reader's own place teaches, then everyone's; another place's stands behind all that", () => {
		const texts = [
			{ title: 'Mã nơi khác', space: '/79/' },
			{ title: 'Mã chung' },
			{ title: 'Mã xã mình', space: '/46/dong-sen/' }
		];
		const home = { ...stranger, placePath: '/46/dong-sen/thon-1/' };
		expect(order('mã', texts, home)).toEqual(['Mã xã mình', 'Mã chung', 'Mã nơi khác']);
		expect(order('mã', texts).at(-1)).not.toBe('Mã chung');
		expect(order('mã', texts)[0]).toBe('Mã chung');
	});
});

describe('what is missing', () => {
	it('is told by the positions of the words', () => {
		const lexicon = new Lexicon();
		const texts = { title: lexicon.read('ma'), titleWords: 1, body: lexicon.read('tien') };
		const found = rank({ ...texts, groups: [], space: '/' }, lexicon.seek(readWish('mã zzz tiền')), stranger);
		expect(found.missing).toEqual([1]);
	});
});
