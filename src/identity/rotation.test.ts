import { describe, expect, it } from 'vitest';
import { judgeToken } from './rotation.ts';

const used = { usedGeneration: 3, usedTokenId: 'c' };

describe('a refresh token', () => {
	it.each([
		['the next one', { generation: 4, tokenId: 'd' }, 'first-use'],
		['a sibling of the next one, while neither is used', { generation: 4, tokenId: 'd2' }, 'first-use'],
		['the used one again, its reply lost', { generation: 3, tokenId: 'c' }, 'again'],
		['a sibling of the used one', { generation: 3, tokenId: 'c2' }, 'reuse'],
		['the one before the used one', { generation: 2, tokenId: 'b' }, 'reuse'],
		['the first of all', { generation: 1, tokenId: 'a' }, 'reuse']
	] as const)('%s', (_what, presented, verdict) => expect(judgeToken(used, presented)).toBe(verdict));

	it('is in use for the first time when none was before', () => {
		expect(judgeToken({ usedGeneration: 0, usedTokenId: '' }, { generation: 1, tokenId: 'a' })).toBe('first-use');
	});
});
