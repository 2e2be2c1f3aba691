import { describe, expect, it } from 'vitest';
import { likeness } from './likeness.ts';

const tu = { nameFolded: 'bui thi tu', birthYear: 1950 };

describe('how alike two are who were written down', () => {
	it('is greatest for the same name and year', () => {
		expect(likeness(tu, tu)).toBe(2);
	});

	it('puts a slip of the pen before another name, and a near year before a far one', () => {
		const slip = likeness(tu, { ...tu, nameFolded: 'bui thi tuu' });
		const year = likeness(tu, { ...tu, birthYear: 1951 });
		const other = likeness(tu, { ...tu, nameFolded: 'lo van pao' });
		const far = likeness(tu, { ...tu, birthYear: 1990 });
		expect([slip > other, year > far, slip > far, slip < 2, year < 2]).toEqual([true, true, true, true, true]);
	});
});
