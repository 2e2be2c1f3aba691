import { expect, it } from 'vitest';
import { readGivingChoices } from './choices.ts';

const answers: Record<string, object> = {
	'/api/assignment-places': {
		places: [{ id: 'tinh', name: 'Tỉnh', within: null, organisation: false }],
		more: true
	},
	'/api/programmes': { programmes: [] },
	'/api/tests': { tests: [] },
	'/api/downloads': { courses: [{ courseId: 'thu', title: 'Thử', lessons: 1, bytes: 1 }] }
};
const site = ((url: string) => Promise.resolve(Response.json(answers[url]))) as typeof fetch;

it('a place that was chosen before stands among the choices, though there are more than are offered', async () => {
	const office = { id: 'van-phong', name: 'Văn phòng' };
	const { places, more } = await readGivingChoices(site, [office, office, { id: 'tinh', name: 'Tỉnh' }]);
	expect(places).toEqual([
		{ value: 'tinh', label: 'Tỉnh' },
		{ value: 'van-phong', label: 'Văn phòng' }
	]);
	expect(more).toBe(true);
});

it('courses stand there also where no programme holds them', async () => {
	expect((await readGivingChoices(site)).courses).toEqual([{ value: 'thu', label: 'Thử' }]);
});
