import { describe, expect, it } from 'vitest';
import { outcomeOf } from './outcome.ts';

describe('what a check of a record comes to', () => {
	const good = { keyId: 'k1', valid: true };
	const bad = { keyId: 'k1', valid: false };

	it('follows the record where its signature matches', () => {
		expect(outcomeOf({ status: 'valid', signature: good })).toBe('valid');
		expect(outcomeOf({ status: 'withdrawn', signature: good })).toBe('withdrawn');
		expect(outcomeOf({ status: 'replaced', signature: good })).toBe('replaced');
		expect(outcomeOf({ status: 'replaced', signature: good, reason: 'Khóa bị lộ' })).toBe('reissued');
	});
	it('trusts nothing whose signature does not match', () => {
		expect(outcomeOf({ status: 'valid', signature: bad })).toBe('forged');
		expect(outcomeOf({ status: 'withdrawn', signature: bad })).toBe('forged');
		expect(outcomeOf({ status: 'invalid' })).toBe('forged');
	});
	it('tells an unknown code from a mistyped one', () => {
		expect(outcomeOf({ status: 'unknown' })).toBe('unknown');
		expect(outcomeOf({ status: 'mistyped' })).toBe('mistyped');
	});
});
