import { describe, expect, it } from 'vitest';
import { marksOf, readWritten } from './on-paper.ts';

const letters = ['x', 'y', 'z'].map((id) => ({ id, text: `<p>ý ${id}</p>` }));
const places = ['1', '2', '3'].map((id) => ({ id, text: id }));
const spots = ['p', 'q'].map((id, i) => ({ id, text: `(${i + 1}) <b>chỗ này</b>` }));

describe('what is written for an option', () => {
	it('is a letter, or the number that it shows', () => {
		expect([...marksOf(letters).values()]).toEqual(['A', 'B', 'C']);
		expect([...marksOf(places).values()]).toEqual(['1', '2', '3']);
		expect([...marksOf(spots).values()]).toEqual(['1', '2']);
	});

	it('stays a letter where the options are other numbers', () => {
		const numbers = ['1', '113'].map((text) => ({ id: text, text }));
		expect([...marksOf(numbers).values()]).toEqual(['A', 'B']);
	});
});

describe('what stands on a sheet', () => {
	const one = { control: 'one', options: letters } as const;
	const many = { control: 'many', options: letters } as const;

	it.each([
		['B', ['y']],
		[' b. ', ['y']],
		['', []],
		['AB', null],
		['D', null],
		['-', null]
	])('is read where one is chosen: %j', (written, found) => {
		expect(readWritten(one, written)).toEqual(found);
	});

	it.each([
		['a, c', ['x', 'z']],
		['CA', ['z', 'x']],
		['A A', ['x']],
		['AE', null]
	])('is read where several are: %j', (written, found) => {
		expect(readWritten(many, written)).toEqual(found);
	});

	it('is the place of a step, or the words themselves', () => {
		expect(readWritten({ control: 'pick', options: places }, ' 3')).toEqual(['3']);
		expect(readWritten({ control: 'many', options: spots }, '1 2')).toEqual(['p', 'q']);
		expect(readWritten({ control: 'text', options: [] }, ' Không đọc mã ')).toEqual(['Không đọc mã']);
	});
});
