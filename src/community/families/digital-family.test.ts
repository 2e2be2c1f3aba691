import { describe, expect, it } from 'vitest';
import { isDigitalFamily } from './digital-family.ts';

const both = { learnt: true, guides: true };
const learnt = { learnt: true, guides: false };
const guides = { learnt: false, guides: true };
const neither = { learnt: false, guides: false };

describe('a digital family', () => {
	it.each([
		['nobody lives there', [], 1, false],
		['one has learnt and guides the rest', [both, neither, neither], 1, true],
		['one has learnt and keeps it to herself', [learnt, neither], 1, false],
		['one guides who has not learnt', [guides, learnt], 1, false],
		['the rule wants two', [both, neither], 2, false],
		['the rule wants two and there are', [both, both, neither], 2, true]
	])('where %s', (_, people, members, met) => expect(isDigitalFamily(people, { members })).toBe(met));
});
