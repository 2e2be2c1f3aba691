import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Verification } from '../../certify/index.ts';
import { packed, unpacked } from '../../record-text/packed.ts';
import { judge, type Kept } from './judge.ts';
import { fitsMask, outcomeOf } from './outcome.ts';
import { told } from './told.ts';

const now = new Date('2026-11-26T10:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 24 * 3600_000);

function aKey() {
	const { privateKey, publicKey } = generateKeyPairSync('ed25519');
	return { privateKey, x: publicKey.export({ format: 'jwk' }).x ?? '' };
}

const [ours, theirs] = [aKey(), aKey()];
const code = '7K4M-29QX-R3TB-1WZ8H';
const text = {
	v: 2,
	type: 'completion',
	code,
	name: 'Nguyễn Thị Lan',
	course: { title: 'An toàn số' },
	score: 9,
	total: 10,
	completedAt: days(-3).toISOString(),
	issuedAt: days(-2).toISOString(),
	kid: 'ours',
	status: 11
};

function letters(part: object = {}, key: KeyObject = ours.privateKey): string {
	const signedText = JSON.stringify({ ...text, ...part });
	return packed({ text: signedText, signature: sign(null, Buffer.from(signedText), key).toString('base64url') });
}

/** Lists of yesterday in which the place 12 is withdrawn. */
function kept(part: { asOf?: Date; retiredAt?: Date } = {}): Kept {
	const bits = new Uint8Array(131_072);
	bits[1] = 0b0000_1000;
	return {
		keys: [{ id: 'ours', x: ours.x, retiredAt: part.retiredAt ?? null }],
		lists: new Map([[0, { asOf: part.asOf ?? days(-1), bits }]])
	};
}

const judged = (read: string, with_: { code?: string | null; kept?: Kept | null; now?: Date } = {}) =>
	judge(unpacked(read), with_.code === undefined ? code : with_.code, { kept: kept(), now, ...with_ });

const registered: Verification = {
	status: 'valid',
	code,
	maskedName: 'Nguyễn Thị L.',
	courseTitle: 'An toàn số',
	issuedAt: text.issuedAt
};

describe('a signed text without signal', () => {
	it('is genuine where a key of the site signed it and no list has it', () => {
		expect(judged(letters())).toMatchObject({
			finding: 'genuine',
			said: { name: text.name },
			asOf: days(-1),
			notes: []
		});
		expect(judged(letters(), { code: '7k4m 29qx r3tb iwz8h' }).finding).toBe('genuine');
	});

	it('no longer counts where its list says so', () =>
		expect(judged(letters({ status: 12 }))).toMatchObject({ finding: 'withdrawn', asOf: days(-1) }));

	it('is not believed where a word was changed, or somebody else signed in our name', () => {
		const { text: said, signature } = unpacked(letters()) as { text: string; signature: string };
		expect(judged(packed({ text: said.replace('"score":9', '"score":10'), signature })).finding).toBe('unmatched');
		expect(judged(letters({}, theirs.privateKey)).finding).toBe('unmatched');
		expect(judged(letters({}, theirs.privateKey)).said).toBeNull();
	});

	it('is told to be of another site where its key is', () =>
		expect(judged(letters({ kid: 'theirs' }, theirs.privateKey)).finding).toBe('foreign'));

	it('may be newer than what this phone knows', () =>
		expect(judged(letters({ kid: 'next', issuedAt: days(-0.5).toISOString() }, theirs.privateKey)).finding).toBe(
			'keys-old'
		));

	it('counts with a key that was retired since, and does not where it was issued after that', () => {
		expect(judged(letters(), { kept: kept({ retiredAt: days(-1) }) }).finding).toBe('genuine');
		expect(judged(letters(), { kept: kept({ retiredAt: days(-2.5) }) }).finding).toBe('late-key');
	});

	it('of a key that is believed stolen counts on no day, and leads to what was signed anew where that can be asked', () => {
		const judgement = judged(letters(), { kept: kept({ retiredAt: new Date(0) }) });
		expect(judgement.finding).toBe('stolen-key');
		expect(told(judgement, null)).toMatchObject({ outcome: 'stolen-key', facts: [], next: null });
		const anew = { ...registered, status: 'replaced', replacedBy: 'M', reason: 'Khóa bị lộ' } as const;
		expect(told(judgement, anew)).toMatchObject({ outcome: 'reissued', next: 'M', read: true });
		expect(told(judgement, { ...anew, maskedName: 'Trần V. C.' })).toMatchObject({
			outcome: 'unregistered',
			facts: []
		});
	});

	it('must be the text of the code in the address', () => {
		const other = judged(letters(), { code: '0000-0000-0000-00000' });
		expect([other.finding, told(other, null).next, told(other, null).facts]).toEqual(['other-code', code, []]);
	});

	it('of the first kind can be genuine, but not be looked up', () => {
		expect(judged(letters({ v: 1, status: undefined }))).toMatchObject({ finding: 'genuine', notes: ['no-status'] });
		expect(judged(letters({ status: 2 ** 20 + 5 }))).toMatchObject({ finding: 'genuine', notes: ['no-list'] });
	});

	it('says that the list is old, or that the clock may be wrong', () => {
		expect(judged(letters(), { kept: kept({ asOf: days(-31) }) }).notes).toEqual(['old-list']);
		expect(judged(letters(), { now: days(-1.5) }).notes).toEqual(['clock']);
		expect(judged(letters({ status: undefined }), { now: days(-9) }).notes).toEqual(['no-status', 'clock']);
	});

	it('can’t be judged before the page was opened once with signal', () => {
		expect(judged(letters(), { kept: null }).finding).toBe('nothing-kept');
		expect(judged(letters(), { kept: { keys: [], lists: new Map() } }).finding).toBe('nothing-kept');
	});

	it('is said to be incomplete, unreadable or newer where it is', () => {
		expect(judged(letters().slice(0, -20)).finding).toBe('truncated');
		expect(judged('ket-qua').finding).toBe('unreadable');
		expect(judged(packed({ text: '{"v":2}', signature: 'A'.repeat(86) })).finding).toBe('unreadable');
		expect(judged('2abc').finding).toBe('newer');
	});
});

describe('a signed text and what the register says', () => {
	const outcome = (read: string, part: Partial<Verification>) => outcomeOf(judged(read), { ...registered, ...part });

	it('agree on a genuine one, and on one that ended', () => {
		expect(outcome(letters(), {})).toBe('genuine');
		expect(outcome(letters({ simulated: true }), {})).toBe('practice');
		expect(outcome(letters(), { status: 'withdrawn', withdrawnAt: days(-1).toISOString() })).toBe('withdrawn');
		expect(outcome(letters(), { status: 'replaced', replacedBy: 'X' })).toBe('replaced');
		expect(outcome(letters(), { status: 'replaced', replacedBy: 'X', reason: 'Khóa bị lộ' })).toBe('reissued');
	});

	it('tell an altered text from one that was made up', () => {
		expect(outcome(letters({}, theirs.privateKey), {})).toBe('altered');
		expect(outcome(letters({}, theirs.privateKey), { status: 'unknown' })).toBe('forged');
		expect(outcomeOf(judged(letters({}, theirs.privateKey)), null)).toBe('unmatched');
	});

	it('find out what a stolen key signed: the register does not know it, or knows it otherwise', () => {
		expect(outcome(letters(), { status: 'unknown' })).toBe('unregistered');
		expect(outcome(letters({ name: 'Trần Văn Cuội' }), {})).toBe('unregistered');
		expect(outcome(letters({ course: { title: 'Khóa khác' } }), {})).toBe('unregistered');
	});

	it('read out only what is believed', () => {
		const names = (read: string, found: Verification | null) => told(judged(read), found).facts.map(([name]) => name);
		expect(names(letters(), null)).toContain('learner');
		expect(names(letters({}, theirs.privateKey), null)).toEqual([]);
		expect(names(letters({}, theirs.privateKey), registered)).toEqual([
			...['register-learner', 'register-course', 'issued', 'code']
		]);
	});

	it.each([
		['Nguyễn Thị Lan', 'Nguyễn Thị L.', true],
		['Y Bhin Niê', 'Y B. Niê', true],
		['Nguyễn Thị Hoa', 'Nguyễn Thị L.', false],
		['Nguyễn Lan', 'Nguyễn Thị L.', false]
	])('%s may be %s: %s', (name, masked, fits) => expect(fitsMask(name, masked)).toBe(fits));
});
