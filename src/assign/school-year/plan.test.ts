import { describe, expect, it } from 'vitest';
import { nameAfter, opensOn, planYear, usualLastGrade, yearAfter, yearsOf, type Standing } from './plan.ts';

const year = '2025-2026';
const aClass = (name: string, grade: number | null, schoolYear: string | null = year): Standing => {
	return { id: name, name, grade, schoolYear };
};
const plan = (standing: Standing[], lastGrade = 5, staying: string[] = []) =>
	planYear(standing, { from: year, lastGrade, staying: new Set(staying) });

describe('a new school year', () => {
	it.each([
		['Lớp 4A', 4, 'Lớp 5A'],
		['9/2', 9, '10/2'],
		['Lớp 1 (phòng 12)', 1, 'Lớp 2 (phòng 12)'],
		['Lớp Hoa Mai', 3, 'Lớp Hoa Mai']
	])('calls %s of grade %i %s', (name, grade, next) => expect(nameAfter(name, grade)).toBe(next));

	it('follows the one before, from April on', () => {
		expect([yearAfter(year), opensOn('2026-2027')]).toEqual(['2026-2027', '2026-04-01']);
	});

	it('takes the last grade of the kind of school that has such classes', () => {
		expect([[], [1, 3], [5], [6, 8], [1, 9], [10]].map(usualLastGrade)).toEqual([5, 5, 5, 9, 9, 12]);
	});

	it('lets each class go up with its letter, and those of the last grade out', () => {
		const steps = plan([aClass('Lớp 4A', 4), aClass('Lớp 5A', 5)]);
		expect(steps).toEqual([
			{ id: 'Lớp 4A', up: { id: null, name: 'Lớp 5A', grade: 5 }, stay: null },
			{ id: 'Lớp 5A', up: null, stay: null }
		]);
	});

	it('leaves alone what has no grade or is of another year', () => {
		const standing = [aClass('Lớp xóa mù', null), aClass('Lớp 4A', 4, '2026-2027'), aClass('Lớp 4B', 4)];
		expect(plan(standing).map(({ id }) => id)).toEqual(['Lớp 4B']);
		expect(yearsOf(standing)).toEqual([year, '2026-2027']);
	});

	it('keeps those who repeat the year in the class of that name, also where none goes up into it', () => {
		const [third, fourth] = plan([aClass('Lớp 3A', 3), aClass('Lớp 4A', 4)], 5, ['Lớp 3A', 'Lớp 4A']);
		expect(third?.stay).toEqual({ id: null, name: 'Lớp 3A', grade: 3 });
		expect(fourth?.stay).toBe(third?.up);
	});

	it('uses the classes of the new year that stand, and calls no two alike', () => {
		const there = { ...aClass('lớp 5a', 5, '2026-2027'), id: 'da-co' };
		expect(plan([there, aClass('Lớp 4A', 4)])).toMatchObject([{ up: { id: 'da-co' } }]);
		const night = aClass('Lớp 5A', null);
		expect(plan([night, aClass('Lớp 4A', 4)])).toMatchObject([{ up: { id: null, name: 'Lớp 5A (2026-2027)' } }]);
		const [mai] = plan([aClass('Lớp Hoa Mai', 3)], 5, ['Lớp Hoa Mai']);
		expect([mai?.up?.name, mai?.stay?.name]).toEqual(['Lớp Hoa Mai', 'Lớp Hoa Mai (2026-2027)']);
	});
});
