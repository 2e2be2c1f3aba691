import { describe, expect, it } from 'vitest';
import { canonicalText, saysTheSame, type Statement } from './canonical-text.ts';

const statement: Statement = {
	code: '0123-4567-89AB-CDEF0',
	name: "H'Hen Niê",
	courseId: 'an-toan-so',
	courseVersion: 3,
	courseTitle: 'An toàn số: “nhận diện”',
	courseHash: 'abc',
	skills: [{ name: 'Mật khẩu', code: 'p4.1' }],
	score: 9,
	total: 10,
	passPercent: 80,
	completedAt: new Date('2026-11-22T10:00:00Z'),
	issuedAt: new Date('2026-11-22T10:05:00.120Z'),
	keyId: 'kid',
	nameChecked: false,
	simulated: false
};

describe('the signed text', () => {
	it('is the RFC 8785 form, to the letter', () => {
		expect(canonicalText(statement, 'https://hoc.test')).toBe(
			'{"code":"0123-4567-89AB-CDEF0","completedAt":"2026-11-22T10:00:00.000Z",' +
				'"course":{"hash":"abc","id":"an-toan-so","title":"An toàn số: “nhận diện”","version":3},' +
				'"issuedAt":"2026-11-22T10:05:00.120Z","kid":"kid","name":"H\'Hen Niê","origin":"https://hoc.test",' +
				'"passPercent":80,"score":9,"skills":[{"code":"p4.1","name":"Mật khẩu"}],"total":10,"type":"completion","v":1}'
		);
	});

	it('says so when the record is a made-up one', () => {
		expect(canonicalText({ ...statement, simulated: true })).toContain('"simulated":true');
		expect(canonicalText({ ...statement, nameChecked: true })).toContain('"nameFrom":"identity"');
	});

	it.each([
		{ code: '0123-4567-89AB-CDEF1' },
		{ name: 'H’Hen Niê' },
		{ courseId: 'x' },
		{ courseVersion: 4 },
		{ courseTitle: 'x' },
		{ courseHash: 'x' },
		{ skills: [] },
		{ skills: [{ code: 'p4.1', name: 'Khác' }] },
		{ score: 10 },
		{ total: 9 },
		{ passPercent: 70 },
		{ completedAt: new Date('2026-11-22T10:00:00.001Z') },
		{ issuedAt: new Date('2025-11-22T10:05:00.120Z') },
		{ keyId: 'other' },
		{ nameChecked: true },
		{ simulated: true }
	])('shows an altered %j', (change) => {
		const text = canonicalText(statement, 'https://hoc.test');
		expect(saysTheSame(text, statement)).toBe(true);
		expect(saysTheSame(text, { ...statement, ...change })).toBe(false);
	});

	it.each(['', '{', 'null', '[]', '{"origin":7}', '{"v":1}'])('shows a text %j that is none', (text) =>
		expect(saysTheSame(text, statement)).toBe(false)
	);

	it('shows a member that was added', () => {
		const more = canonicalText(statement).replace('{"code"', '{"also":1,"code"');
		expect(saysTheSame(more, statement)).toBe(false);
	});
});
