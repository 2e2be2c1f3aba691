import { describe, expect, it } from 'vitest';
import { itemCounted, itemFigures, itemRecounts } from '../../src/assess/tables.ts';
import {
	aLearnerOf,
	aSchoolWithSeveral,
	countAll,
	figuresOf,
	handIn,
	handInSixty,
	type School
} from '../support/answer-sheets.ts';
import { giveRole, good, neighbours, someone } from '../support/classes.ts';

/** Computed apart from this program, from the sheets themselves. */
const golden = {
	'q-1': {
		...{ answered: 60, leftOut: 0, facility: 97, discrimination: -0.06, medianSeconds: 11.5 },
		options: { A: [58, 97, 94, 99, -0.06], B: [1, 2, 0, 1, -0.08], C: [1, 2, 6, 0, 0.16] }
	},
	'q-2': {
		...{ answered: 60, leftOut: 0, facility: 55, discrimination: 0.32, medianSeconds: 11.5 },
		options: { A: [27, 45, 30, 72, -0.32], B: [33, 55, 70, 28, 0.32], C: [0, 0, 0, 0, null] }
	},
	'q-3': {
		...{ answered: 55, leftOut: 5, facility: 42, discrimination: 0.52, medianSeconds: 12 },
		options: { A: [20, 36, 12, 67, -0.43], B: [12, 22, 22, 33, -0.12], C: [23, 42, 66, 0, 0.52] }
	},
	'q-4': {
		...{ answered: 60, leftOut: 0, facility: 27, discrimination: -0.24, medianSeconds: 11.5 },
		options: { A: [16, 27, 8, 37, -0.24], B: [24, 40, 79, 10, 0.54], C: [20, 33, 14, 53, -0.33] }
	},
	nhieu: {
		...{ answered: 56, leftOut: 4, facility: 49, discrimination: 0.48, medianSeconds: 12 },
		options: {
			...{ A: [42, 75, 75, 76, -0.01], B: [37, 66, 87, 41, 0.41] },
			...{ C: [21, 38, 21, 59, -0.32], D: [11, 20, 0, 29, -0.33] }
		}
	}
};

interface Option {
	letter: string;
	chosen: number;
	share: number | null;
	strong: number | null;
	weak: number | null;
	discrimination: number | null;
}

const inUse = async (all: School, id: string) => (await figuresOf(all, id)).versions[0];
const list = async ({ root }: School, query = '') => good(await root.call('GET', `/question-figures${query}`));

describe('the figures of a question', () => {
	it('are those that were computed from the sheets by other means, for every question and option', async () => {
		const all = await aSchoolWithSeveral();
		await handInSixty(all);
		await countAll(all);
		for (const [id, { options, ...figures }] of Object.entries(golden)) {
			const version = await inUse(all, id);
			expect(version, id).toMatchObject({ ...figures, shown: 60, current: true, leastSeconds: 3, tooQuick: 5 });
			const found = version.options.map((each: Option) => [
				each.letter,
				[each.chosen, each.share, each.strong, each.weak, each.discrimination]
			]);
			expect(Object.fromEntries(found), id).toEqual(options);
		}
	});

	it('say in a sentence what is wrong, and stand in the order in which an editor should look', async () => {
		const all = await aSchoolWithSeveral();
		await handInSixty(all);
		await countAll(all);
		const { items, next, asOf, enough } = await list(all);
		expect([next, enough, asOf]).toEqual([null, 50, all.app.house.clock.now().toISOString()]);
		expect(items.map(({ id, flags }: { id: string; flags: string[] }) => [id, ...flags])).toEqual([
			['q-4', 'bad-key'],
			['q-2', 'unchosen'],
			['q-1', 'too-easy'],
			['nhieu'],
			['q-3']
		]);
		const said = Object.fromEntries(
			items.map(({ id, sentences }: { id: string; sentences: string[] }) => [id, sentences])
		);
		expect(said).toEqual({
			'q-1': [
				'Quá dễ: được 97% số điểm, gần như ai cũng đúng.',
				'Rất ít người chọn câu B (2%).',
				'Rất ít người chọn câu C (2%).'
			],
			'q-2': ['Chưa ai chọn câu C. Thay bằng điều người học hay nhầm.'],
			'q-3': ['Câu này phân biệt rất tốt.'],
			'q-4': ['Người giỏi hay chọn B hơn đáp án: xem lại đáp án.'],
			nhieu: ['Câu này phân biệt rất tốt.']
		});
		const english = await all.root.call('GET', '/question-figures/q-2', undefined, { 'accept-language': 'en' });
		expect(english.body.versions[0].sentences[0]).toMatch(/^Nobody has chosen C\./);
		for (const [query, ids] of [
			['?flag=unchosen', ['q-2']],
			['?flag=drifting', []],
			['?course=thu&flag=bad-key', ['q-4']],
			['?course=khac', []]
		] as const)
			expect((await list(all, query)).items.map(({ id }: { id: string }) => id)).toEqual(ids);
	});

	it('are not given from few answers, and a question that nobody has met is there all the same', async () => {
		const all = await aSchoolWithSeveral();
		await handIn(all, { learnerId: await aLearnerOf(all), sheet: ['a', '-', 'b', 'b', 'abc'] });
		await countAll(all);
		const met = await inUse(all, 'q-1');
		expect(met).toMatchObject({ shown: 1, answered: 1, facility: null, discrimination: null, tooQuick: null });
		expect(met.options[0]).toMatchObject({ chosen: 1, share: null, strong: null });
		expect(met.sentences).toEqual(['Chưa đủ để nhận xét: mới có 1 câu trả lời, cần 50.']);
		expect(await inUse(all, 'q-2')).toMatchObject({ shown: 1, answered: 0, leftOut: 1 });
		expect(await inUse(all, 'q-7')).toMatchObject({ shown: 0, firstAt: null, current: true });
		const missing = await all.root.call('GET', '/question-figures/khong-co');
		expect([missing.status, missing.body.code]).toEqual([404, 'items.no-such-item']);
	});

	it('count what is really answered and finished, through the API, once', async () => {
		const all = await neighbours();
		const phone = all.app.aPhone();
		const attempt = good(await phone.call('POST', '/courses/thu/attempts', {}));
		const [{ id, fields }] = attempt.questions;
		all.app.house.clock.pass(9_400);
		const optionId = fields[0].options[0].id;
		good(await phone.call('PUT', `/attempts/${attempt.id}/answers/${id}`, { optionId }));
		await countAll(all);
		expect((await inUse(all, id)).shown).toBe(0);
		good(await phone.call('POST', `/attempts/${attempt.id}/finish`, { finishUnanswered: true }));
		for (let again = 0; again < 2; again++) {
			await countAll(all);
			expect(await inUse(all, id)).toMatchObject({ shown: 1, answered: 1, leftOut: 0 });
		}
		const [row] = await all.app.house.store.read.select().from(itemFigures);
		expect(row?.courseId).toBe('thu');
		const seconds = (await all.app.house.store.read.select().from(itemFigures)).map(({ counters }) => counters.seconds);
		expect(seconds.filter((each) => Object.keys(each).length > 0)).toEqual([{ 9: 1 }]);
		expect(await all.app.house.store.read.$count(itemRecounts)).toBe(0);
	});
});

describe('who may see them', () => {
	it('is who edits or administers everywhere, and nobody else', async () => {
		const all = await aSchoolWithSeveral();
		const editor = await someone(all.app, { name: 'Đặng Thị Biên' });
		await giveRole(all, editor, { role: 'editor', placeId: 'vn' });
		const local = await someone(all.app, { name: 'Đặng Văn Xã' });
		await giveRole(all, local, { role: 'editor', placeId: all.commune });
		const administrator = await someone(all.app, { name: 'Đặng Quản' });
		await giveRole(all, administrator, { role: 'administrator', placeId: all.commune });
		const officer = await someone(all.app, { name: 'Đặng Cán' });
		await giveRole(all, officer, { role: 'officer', placeId: 'vn' });
		const plain = await someone(all.app, { name: 'Đặng Học' });
		const paths = [
			'/question-figures',
			'/question-figures/q-1',
			'/question-figures-export',
			'/question-figures/q-1/export'
		];
		for (const path of paths) {
			for (const phone of [all.root, editor]) expect((await phone.call('GET', path)).status, path).toBe(200);
			for (const phone of [local, administrator, officer, all.helper, plain])
				expect((await phone.call('GET', path)).status, path).toBe(403);
			expect((await all.app.aPhone().call('GET', path)).status, path).toBe(401);
		}
	});

	it('sees nobody in them: no learner, no attempt, no account', async () => {
		const all = await aSchoolWithSeveral();
		const ids = await handInSixty(all);
		await countAll(all);
		const { read } = all.app.house.store;
		const kept = JSON.stringify(await read.select().from(itemFigures));
		const attempts = (await read.select().from(itemCounted)).map(({ attemptId }) => attemptId);
		const told = JSON.stringify([await list(all), await figuresOf(all, 'q-4')]);
		for (const id of [...ids, ...attempts]) expect([kept, told].some((text) => text.includes(id))).toBe(false);
	});
});
