import { describe, expect, it } from 'vitest';
import { secretsFrom } from '../platform/secrets.ts';
import { openedAt, openingsAfter, openingsIn, openingsStayUntil } from './openings.ts';

const secrets = secretsFrom('a secret for the tests of openings');
const start = new Date('2026-11-23T02:00:00Z');
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const opened = (cookie: string | undefined, lessonKey: string, now = start) =>
	openingsAfter(secrets, cookie, { lessonKey, now });
const found = (cookie: string | undefined, lessonKey: string, now = start) =>
	openedAt(secrets, cookie, { lessonKey, now });

describe('the note of when a lesson was opened', () => {
	it('remembers the second at which a lesson was sent', () => {
		expect(found(opened(undefined, 'an-toan-so/mot'), 'an-toan-so/mot', after(5))).toEqual(start);
	});

	it('keeps the first time through a reload, and moves the lesson to the end', () => {
		let cookie = opened(undefined, 'c/mot');
		cookie = opened(cookie, 'c/hai', after(1));
		cookie = opened(cookie, 'c/mot', after(2));
		expect(found(cookie, 'c/mot', after(3))).toEqual(start);
		expect(openingsIn(secrets, cookie, after(3)).map((each) => each.lessonKey)).toEqual(['c/hai', 'c/mot']);
	});

	it('forgets after twelve hours', () => {
		const cookie = opened(undefined, 'c/mot');
		expect(found(cookie, 'c/mot', after(719))).toEqual(start);
		expect(found(cookie, 'c/mot', after(720))).toBeNull();
		expect(found(opened(cookie, 'c/mot', after(720)), 'c/mot', after(721))).toEqual(after(720));
	});

	it('tells until when it says the same: until the next lesson in it is forgotten, or comes to be', () => {
		const until = (cookie: string | undefined, minutes: number) => openingsStayUntil(secrets, cookie, after(minutes));
		const cookie = opened(opened(undefined, 'c/mot'), 'c/hai', after(60));
		expect(until(cookie, 60)).toBe(after(720).getTime());
		expect(until(cookie, 720)).toBe(after(780).getTime());
		expect(until(cookie, 780)).toBe(Infinity);
		expect(until(cookie, 30)).toBe(after(60).getTime()); // noted by another process whose clock is ahead
		for (const nothing of [undefined, '', `${cookie}x`]) expect(until(nothing, 0)).toBe(Infinity);
	});

	it('knows the last eight lessons', () => {
		let cookie: string | undefined;
		for (let i = 1; i <= 10; i++) cookie = opened(cookie, `c/bai-${i}`, after(i));
		expect(openingsIn(secrets, cookie, after(11)).map((each) => each.lessonKey)).toEqual(
			[3, 4, 5, 6, 7, 8, 9, 10].map((i) => `c/bai-${i}`)
		);
	});

	it('stays under 600 bytes as a cookie, whatever the lessons are called', () => {
		let cookie: string | undefined;
		for (let i = 0; i < 10; i++) cookie = opened(cookie, `${'a'.repeat(100)}/${'b'.repeat(98)}-${i}`, start);
		expect(encodeURIComponent(cookie ?? '').length).toBeLessThan(600);
		expect(openingsIn(secrets, cookie, start).at(-1)?.lessonKey).toMatch(/-9$/);
		expect(opened(undefined, `${'a'.repeat(400)}/${'b'.repeat(400)}`)).toBe('');
	});

	it('needs no escaping in a cookie', () => {
		const cookie = opened(opened(undefined, 'an-toan-so/mot'), 'an-toan-so/hai');
		expect(encodeURIComponent(cookie)).toBe(cookie);
	});

	it.each([
		['an earlier time', (cookie: string) => cookie.replace(/\.(\w+)\./, '.abc.')],
		['another lesson', (cookie: string) => cookie.replace('mot', 'hai')],
		['no mark', (cookie: string) => cookie.slice(0, cookie.lastIndexOf('.'))],
		['a mark of something else', (cookie: string) => `${cookie}x`],
		['nonsense', () => '%%%.~~.'],
		['nothing', () => '']
	])('is not believed with %s', (_what, forge) => {
		const forged = forge(opened(undefined, 'c/mot'));
		expect(openingsIn(secrets, forged, after(1))).toEqual([]);
		expect(found(opened(forged, 'c/mot', after(1)), 'c/mot', after(2))).toEqual(after(1));
	});

	it('is not believed when made with the secret of another installation', () => {
		const other = openingsAfter(secretsFrom('some other secret entirely, long'), undefined, {
			lessonKey: 'c/mot',
			now: start
		});
		expect(found(other, 'c/mot')).toBeNull();
	});

	it('takes no name that is no lesson key', () => {
		expect(opened(undefined, 'c/../x')).toBe('');
		expect(opened(undefined, 'c')).toBe('');
	});
});
