import { describe, expect, it } from 'vitest';
import { filterFrom } from './filters.ts';

describe('the days of a filter', () => {
	it('are days in Viet Nam, the last one to its end', () => {
		expect(filterFrom({ from: '2026-11-23', to: '2026-11-23' })).toMatchObject({
			from: new Date('2026-11-22T17:00:00Z'),
			until: new Date('2026-11-23T17:00:00Z')
		});
		expect(filterFrom({})).toEqual({ action: undefined, actor: undefined, from: undefined, until: undefined });
	});

	it.each([
		[{ from: '2026-02-30' }, 'from', 'audit.no-such-day'],
		[{ to: '2026-13-01' }, 'to', 'audit.no-such-day'],
		[{ from: '2026-11-24', to: '2026-11-23' }, 'to', 'audit.days-reversed']
	])('%j: the field %s is told %s', (days, field, code) => {
		expect(() => filterFrom(days)).toThrow(
			expect.objectContaining({ kind: 'invalid', details: { fields: [{ field, code }] } })
		);
	});
});
