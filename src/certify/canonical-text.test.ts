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
	kind: 'course',
	helped: false,
	assurance: 'alone',
	statusIndex: 77,
	replaces: null,
	nameChecked: false,
	simulated: false
};

/** As it was signed before records said how they were reached. */
const first =
	'{"code":"0123-4567-89AB-CDEF0","completedAt":"2026-11-22T10:00:00.000Z",' +
	'"course":{"hash":"abc","id":"an-toan-so","title":"An toàn số: “nhận diện”","version":3},' +
	'"issuedAt":"2026-11-22T10:05:00.120Z","kid":"kid","name":"H\'Hen Niê","origin":"https://hoc.test",' +
	'"passPercent":80,"score":9,"skills":[{"code":"p4.1","name":"Mật khẩu"}],"total":10,"type":"completion","v":1}';

describe('the signed text', () => {
	it('is the RFC 8785 form, to the letter', () => {
		expect(canonicalText(statement, 'https://hoc.test')).toBe(
			first
				.replace('"issuedAt"', '"how":{"helped":false,"identityChecked":false,"supervised":false},"issuedAt"')
				.replace('"total"', '"status":77,"total"')
				.replace('"v":1', '"v":2')
		);
	});

	it('still knows a text of before it said how a record was reached, of a course alone', () => {
		expect(saysTheSame(first, { ...statement, statusIndex: null, helped: true, assurance: null })).toBe(true);
		expect(saysTheSame(first, { ...statement, name: 'Khác' })).toBe(false);
		expect(saysTheSame(first, { ...statement, kind: 'group' })).toBe(false);
	});

	it('names the rule where it is not of a course, and how sure it is who did it', () => {
		const text = canonicalText({ ...statement, kind: 'group', assurance: 'identity-checked', replaces: 'X' });
		expect(JSON.parse(text)).toMatchObject({
			...{ type: 'attainment', rule: { id: 'an-toan-so' }, replaces: 'X' },
			how: { helped: false, supervised: true, identityChecked: true }
		});
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
		{ kind: 'merit' as const },
		{ helped: true },
		{ assurance: 'supervised' as const },
		{ statusIndex: 78 },
		{ replaces: 'X' },
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
