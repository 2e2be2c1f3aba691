import { describe, expect, it } from 'vitest';
import { readCards, withCard, writtenCards } from './card-cookie.ts';

const token = (sign: string) => sign.repeat(32);

describe('the cards opened on one device', () => {
	it('keep their numbers, and the one opened last is the one that learns', () => {
		const two = withCard(withCard(readCards(undefined), token('a')), token('b'));
		expect(two.opened.map(({ number }) => number)).toEqual([1, 2]);
		expect(two.current?.number).toBe(2);
		expect(readCards(writtenCards(two))).toEqual(two);
		const again = withCard(two, token('c'), token('a'));
		expect(again.opened).toEqual([
			{ number: 1, token: token('c') },
			{ number: 2, token: token('b') }
		]);
		expect(again.current?.number).toBe(1);
	});

	it('may be there with nobody learning by any of them', () => {
		const { opened } = withCard(readCards(undefined), token('a'));
		expect(readCards(writtenCards({ current: null, opened }))).toEqual({ current: null, opened });
	});

	it('are thirty at most, and numbers end nowhere', () => {
		let cards = readCards(`999~999.${token('x')}`);
		for (let i = 0; i < 40; i++) cards = withCard(cards, `${i}`.padStart(32, '0'));
		expect(cards.opened).toHaveLength(30);
		expect(new Set(cards.opened.map(({ number }) => number)).size).toBe(30);
		expect(readCards(writtenCards(cards))).toEqual(cards);
	});

	it('are one where the cookie was written before there could be several, and none where it is broken', () => {
		expect(readCards(token('a')).current).toEqual({ number: 1, token: token('a') });
		for (const broken of ['', '1', '1~', `1~1.${token('a')}x`, '1~1.ngắn', 'x'.repeat(5_000)])
			expect(readCards(broken)).toEqual({ current: null, opened: [] });
	});
});
