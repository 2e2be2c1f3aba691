import { describe, expect, it } from 'vitest';
import { byNameAndPhone, byNameAndYear, candidatesFor, pairsIn, type Listed } from './alike.ts';

const listed = (id: string, part: Partial<Listed> = {}): Listed => {
	return { id, nameFolded: 'le thi hoa', birthYear: 1980, phone: null, learnerId: null, ...part };
};
const hoa = { learnerId: 'hoa', name: 'Lê Thị Hoa', birthYear: 1980 };

describe('who of a staff list has which account', () => {
	it('is certain where one name and year is there once on both sides, whatever its marks', () =>
		expect(pairsIn([listed('a')], [hoa], byNameAndYear)).toEqual([{ entryId: 'a', learnerId: 'hoa' }]));

	it.each([
		['two in the list are alike', [listed('a'), listed('b')], [hoa]],
		['two members are alike', [listed('a')], [hoa, { ...hoa, learnerId: 'other' }]],
		['the year differs', [listed('a', { birthYear: 1981 })], [hoa]],
		['the list knows no year', [listed('a', { birthYear: null })], [hoa]],
		[
			'she was recognised as another already',
			[listed('a', { birthYear: 1980 }), listed('b', { birthYear: 1975, learnerId: 'hoa' })],
			[hoa]
		],
		['the entry is somebody else already', [listed('a', { learnerId: 'x' })], [hoa]]
	])('is not guessed where %s', (_, entries, people) => expect(pairsIn(entries, people, byNameAndYear)).toEqual([]));

	it('is certain by phone and name together; of a family with one phone only she of that name', () => {
		const phone = '0912345678';
		const family = [
			{ ...hoa, birthYear: 1990, phone },
			{ learnerId: 'con', name: 'Lê Văn Con', birthYear: 2010, phone }
		];
		expect(pairsIn([listed('a', { phone })], family, byNameAndPhone)).toEqual([{ entryId: 'a', learnerId: 'hoa' }]);
	});

	it('is asked of a manager where only the name is known, or two are alike', () => {
		expect(candidatesFor(listed('a', { birthYear: null }), [hoa])).toEqual([hoa]);
		expect(candidatesFor(listed('a', { birthYear: 1981 }), [hoa])).toEqual([]);
	});
});
