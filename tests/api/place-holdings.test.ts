import { describe, expect, it } from 'vitest';
import { anOffice, draft } from '../support/assignments.ts';
import { aClass, good, someone, type Neighbours } from '../support/classes.ts';
import { writeDown } from '../support/helped.ts';

/** What there is at a place, by kind. */
async function holdingsOf({ root }: Neighbours, id: string): Promise<Record<string, number>> {
	const { holdings } = good(await root.call('GET', `/places/${id}/holdings`));
	return Object.fromEntries(holdings.map(({ what, count }: { what: string; count: number }) => [what, count]));
}

describe('what goes along with a place', () => {
	it('is counted at the place and at all below it, and nowhere beside it', async () => {
		const all = await anOffice();
		const before = await holdingsOf(all, all.commune);
		expect(before).toMatchObject({ places: 2, organisations: 2, members: 1 });
		expect(before.assignments).toBeUndefined();
		const beside = await holdingsOf(all, all.elsewhere);

		for (const placeId of all.villages) await someone(all.app, { name: 'Hồ Thị Năm', placeId });
		await aClass(all);
		await writeDown(all);
		await draft(all);
		await draft(all, { placeId: all.office });
		expect(await holdingsOf(all, all.commune)).toEqual({
			...before,
			...{ people: (before.people ?? 0) + 2, helped: 1, classes: 1, assignments: 2, targets: 2 }
		});
		expect(await holdingsOf(all, all.elsewhere)).toEqual(beside);
		expect(await holdingsOf(all, all.office)).toEqual({ members: 1, assignments: 1, targets: 2 });
	});

	it('is counted of a whole province too', async () => {
		const all = await anOffice();
		await writeDown(all);
		await draft(all);
		const [here, beside] = [await holdingsOf(all, all.commune), await holdingsOf(all, all.elsewhere)];
		const whole = await holdingsOf(all, 'mau');
		expect(whole).toMatchObject({ helped: 1, assignments: 1, members: 1 });
		expect(whole.people).toBe((here.people ?? 0) + (beside.people ?? 0));
	});

	it('leaves a village in use where only an organisation in it is left', async () => {
		const all = await anOffice();
		const [village] = all.villages;
		expect(good(await all.root.call('GET', `/places/${village}/holdings`))).toEqual({ holdings: [], mayEnd: true });
		const market = { parentId: village, name: 'Chợ Đông', organisationKind: 'market' };
		good(await all.root.call('POST', '/organisations', market));
		expect(good(await all.root.call('GET', `/places/${village}/holdings`))).toEqual({
			holdings: [{ what: 'organisations', count: 1 }],
			mayEnd: false
		});
	});
});
