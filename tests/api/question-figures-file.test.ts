import { describe, expect, it } from 'vitest';
import type { ItemList, ItemVersion } from '../../src/assess/index.ts';
import { itemParameters } from '../../src/assess/tables.ts';
import {
	aLearnerOf,
	aSchoolWithSeveral,
	countAll,
	figuresOf,
	handIn,
	handInSixty,
	type School
} from '../support/answer-sheets.ts';
import { good } from '../support/classes.ts';

/** As a calibration would have left it. */
async function calibrated({ app: { house } }: School, id: string, found: { b: number; bError: number }): Promise<void> {
	const hash = house.catalog.quizQuestions('thu', 'vi').find((each) => each.id === id)?.hash ?? '';
	const row = { hash, a: 1_700, aError: 200, answers: 500, calibratedAt: house.clock.now(), runId: 'r' };
	await house.store.transact(async (tx) => void (await tx.insert(itemParameters).values({ ...row, ...found })));
}

describe('the file', () => {
	const cells = (text: string) =>
		text
			.replace('\ufeff', '')
			.split('\r\n')
			.map((line) =>
				[...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, a, b]) =>
					(a ?? b ?? '').replaceAll('""', '"')
				)
			);
	const written = (value: number | null) => (value === null ? 'chưa đủ' : String(value).replace('.', ','));
	const placed = (value: number | null) => (value === null ? 'chưa hiệu chỉnh' : String(value));
	const correlation = (value: number | null, few: boolean) => (value === null && !few ? 'không có' : written(value));

	it('of the list holds, cell by cell, what the list shows', async () => {
		const all = await aSchoolWithSeveral();
		await handInSixty(all);
		await handIn(all, { learnerId: await aLearnerOf(all), sheet: ['a', 'b'], asked: ['q-1', 'q-7'] });
		await countAll(all);
		await calibrated(all, 'q-2', { b: -3_210, bError: 120 });
		const answer = await all.root.call('GET', '/question-figures-export');
		expect(answer.headers['content-disposition']).toBe('attachment; filename="cau-hoi-2026-11-23.csv"');
		const [head, ...lines] = cells(answer.raw.toString('utf8')).slice(0, -1);
		expect(head?.slice(0, 8)).toEqual([
			'Câu hỏi',
			'Khóa học',
			'Nội dung',
			'Mức',
			'Bản',
			'Số người gặp',
			'Số người trả lời',
			'Số người bỏ qua'
		]);
		const levels: Record<string, string> = { easy: 'Dễ', medium: 'Vừa', hard: 'Khó' };
		const { items } = good(await all.root.call('GET', '/question-figures'));
		expect(items).toHaveLength(6);
		const ofTwo = items.find(({ id }: { id: string }) => id === 'q-2');
		expect([ofTwo.difficulty, ofTwo.difficultyError]).toEqual([-3, 2]);
		expect(lines).toEqual(
			items.map((each: ItemList['items'][number]) => {
				const { id, course, stem, level, hash, shown, answered, leftOut, facility, discrimination } = each;
				const { medianSeconds, tooQuick, recentFacility, earlierFacility, alikePairs, sentences } = each;
				const { difficulty, difficultyError } = each;
				return [
					...[id, course.title, stem, levels[level], hash.slice(0, 8)],
					...[shown, answered, leftOut].map(String),
					...[written(facility), correlation(discrimination, facility === null)],
					...[medianSeconds, tooQuick, recentFacility, earlierFacility].map(written),
					...[String(alikePairs), ...[difficulty, difficultyError].map(placed), sentences.join(' ')]
				];
			})
		);
		const chosen = await all.root.call('GET', '/question-figures-export?flag=unchosen');
		expect(cells(chosen.raw.toString('utf8')).slice(1, -1)).toEqual(lines.filter(([id]) => id === 'q-2'));
	});

	it('of one question holds what its page shows of each version and option', async () => {
		const all = await aSchoolWithSeveral();
		await handInSixty(all);
		await countAll(all);
		await calibrated(all, 'nhieu', { b: 700, bError: 250 });
		await calibrated(all, 'q-8', { b: 0, bError: 10 });
		expect((await figuresOf(all, 'q-8')).versions[0]).toMatchObject({ shown: 0, difficulty: 50, difficultyError: 1 });
		for (const id of ['q-2', 'nhieu']) {
			const answer = await all.root.call('GET', `/question-figures/${id}/export`);
			const lines = cells(answer.raw.toString('utf8'));
			const version = (await figuresOf(all, id)).versions[0];
			expect(lines[1]?.slice(0, 7)).toEqual([
				id,
				version.hash.slice(0, 8),
				'Bản đang dùng',
				'60',
				...[version.answered, version.leftOut, version.facility].map(String)
			]);
			expect(lines[1]?.slice(-3, -1)).toEqual(id === 'nhieu' ? ['62', '4'] : ['chưa hiệu chỉnh', 'chưa hiệu chỉnh']);
			expect([version.difficulty, version.difficultyError]).toEqual(id === 'nhieu' ? [62, 4] : [null, null]);
			expect(lines.slice(4, -1).map((line) => line.slice(3))).toEqual(
				version.options.map((each: ItemVersion['options'][number]) => [
					...[each.letter, each.text.replace(/<[^>]*>/g, ''), each.correct ? 'Đúng' : 'Chưa đúng', String(each.chosen)],
					...[each.share, each.strong, each.weak].map(written),
					correlation(each.discrimination, each.share === null)
				])
			);
		}
	});
});
