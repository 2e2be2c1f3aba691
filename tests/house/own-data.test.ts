import { getTableName } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { kept } from '../../src/compose.ts';
import { ownDataOf } from '../../src/platform/own-data.ts';
import { catalogues } from '../../src/platform/messages/catalogues.ts';
import { allTables } from '../support/kept-rows.ts';

const { personal, impersonal } = ownDataOf(kept);
const declared = [...personal.flatMap(({ tables }) => tables), ...Object.keys(impersonal)];

describe('what is kept of people', () => {
	it('is declared for every table by its room: of people, or why not', () => {
		const tables = allTables().map((table) => getTableName(table));
		expect(tables.filter((name) => !declared.includes(name))).toEqual([]);
	});

	it('is declared once, and of tables that exist', () => {
		const tables = allTables().map((table) => getTableName(table));
		expect(declared.filter((name) => !tables.includes(name))).toEqual([]);
		expect(declared.filter((name, i) => declared.indexOf(name) !== i)).toEqual([]);
		expect(Object.values(impersonal).filter((reason) => reason.length < 12)).toEqual([]);
	});

	it.each(personal)('is told in words: $id', ({ id, stays }) => {
		for (const lang of ['vi', 'en'] as const) {
			const words = catalogues[lang];
			expect(words[`own-data.${id}`]).toBeTruthy();
			expect(words[`own-data.${id}-why`]).toBeTruthy();
			expect(Boolean(words[`own-data.${id}-stays`])).toBe(stays);
		}
	});
});
