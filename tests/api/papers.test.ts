import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countAttempts } from '../../src/assess/items/count-attempts.ts';
import { questionTypes } from '../../src/question-types/index.ts';
import { good } from '../support/classes.ts';
import { everyKind } from '../support/every-kind.ts';
import { open as openCard, writeDown } from '../support/helped.ts';
import { aPaper, byKey, keyOf, print, sheetsOf, typeIn } from '../support/papers.ts';

type Questions = Awaited<ReturnType<typeof sheetsOf>>['versions'][number]['parts'][number]['questions'];
const questionsIn = (version: { parts: { questions: Questions }[] } | undefined) =>
	version?.parts.flatMap(({ questions }) => questions) ?? [];
const optionsOf = (questions: Questions) =>
	questions.map(({ id, fields }) => [id, fields.flatMap(({ options }) => options.map((each) => each.id))] as const);

describe('a test on paper', () => {
	it('has versions of the same questions in other orders, each with a code that is easily read', async () => {
		const { helper, paper } = await aPaper({ testId: 'cuoi', versions: 3 });
		expect(paper.codes).toHaveLength(3);
		for (const code of paper.codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
		const { versions } = await sheetsOf(helper, paper);
		const ids = versions.map((version) => questionsIn(version).map(({ id }) => id));
		expect(new Set(ids.map((each) => [...each].sort().join())).size).toBe(1);
		expect(new Set(ids.map((each) => each.join())).size).toBeGreaterThan(1);
		expect(new Set(ids[0])).toHaveProperty('size', 6);
		expect(new Set(versions.map((each) => JSON.stringify(optionsOf(questionsIn(each))))).size).toBe(3);
	});

	it('is printed again as it was, with the same key, found by any of its codes', async () => {
		const { helper, paper } = await aPaper({ testId: 'cuoi', versions: 2 });
		expect(await sheetsOf(helper, paper)).toEqual(await sheetsOf(helper, paper));
		expect(await keyOf(helper, paper)).toEqual(await keyOf(helper, paper));
		const asked = `/papers?code=${paper.codes[1]?.toLowerCase().replace('-', ' ')}`;
		expect(good(await helper.call('GET', asked)).papers).toMatchObject([{ id: paper.id, codes: paper.codes }]);
		expect(good(await helper.call('GET', '/papers?code=AAA-AAA')).papers).toEqual([]);
		expect(good(await helper.call('GET', '/papers')).papers).toHaveLength(1);
	});

	it('stays as it was when its questions are edited', async () => {
		const settings = everyKind();
		const { app, helper, paper } = await aPaper({ courseId: 'thu' }, settings);
		const before = [await sheetsOf(helper, paper), await keyOf(helper, paper)];
		const bank = join(settings.CONTENT_DIR, 'courses/thu/questions/tat-ca.md');
		writeFileSync(bank, readFileSync(bank, 'utf8').replace(/^(:::hoi.*)\n/gm, '$1\nSửa lại rồi. '));
		await app.house.catalog.compile();
		expect(app.house.catalog.quizQuestions('thu', 'vi')[0]?.stem).toContain('Sửa lại rồi.');
		expect([await sheetsOf(helper, paper), await keyOf(helper, paper)]).toEqual(before);
	});

	it('says in its key which letter on the sheet is right, and how many are needed', async () => {
		const { app, helper, paper } = await aPaper({ testId: 'cuoi', versions: 2 });
		const [{ versions }, key] = [await sheetsOf(helper, paper), await keyOf(helper, paper)];
		expect(key.passes).toEqual([
			{ name: 'Sử dụng được', needed: 3 },
			{ name: 'Sử dụng tốt', needed: 6 }
		]);
		const bank = app.house.catalog.quizQuestions('thu', 'vi');
		versions.forEach((version, at) => {
			for (const { id, number, fields } of questionsIn(version)) {
				const right = bank.find((each) => each.id === id)?.options.find(({ correct }) => correct)?.id;
				const mark = fields[0]?.options.find((option) => option.id === right)?.mark;
				expect(key.versions[at]?.questions[number - 1]).toMatchObject({ id, answers: [{ right: [mark] }] });
			}
		});
	});

	it('is a course’s quiz too', async () => {
		const { helper, paper } = await aPaper({ courseId: 'thu' });
		expect(paper).toMatchObject({ purpose: 'quiz', minutes: null, examQuestions: 0 });
		expect(await keyOf(helper, paper)).toMatchObject({ passes: [{ name: null }], stages: null });
	});
});

describe('every kind of question', () => {
	it('is printed without its key, and what the key says is worth everything when it is typed in', async () => {
		const { helper, paper, ...all } = await aPaper({ courseId: 'thu' }, everyKind());
		const seen = new Set<string>();
		for (let papers = 0; seen.size < questionTypes.length && papers < 30; papers++) {
			const each = papers === 0 ? paper : await print({ ...all, helper }, { courseId: 'thu' });
			for (const { type } of questionsIn((await sheetsOf(helper, each)).versions[0])) seen.add(type);
			const view = good(await typeIn(helper, each, { answers: byKey(each, await keyOf(helper, each)) }));
			expect(view.sheets).toMatchObject([{ score: view.sheets[0].total, passed: true }]);
		}
		expect([...seen].sort()).toEqual(questionTypes.map(({ name }) => name).sort());
	});
});

describe('a placement on paper', () => {
	it('has two stages, with tables from numbers right to lessons', async () => {
		const { helper, paper } = await aPaper({ testId: 'thu-suc', versions: 4 });
		expect(paper.codes).toHaveLength(1);
		const [{ versions }, { stages }] = [await sheetsOf(helper, paper), await keyOf(helper, paper)];
		if (!stages || !versions[0]) throw new Error('a placement has tables');
		const [first, ...parts] = versions[0].parts;
		expect(first).toMatchObject({ name: null, from: null });
		expect(parts.map(({ name }) => name)).toEqual(['A', 'B', 'C'].slice(0, parts.length));
		const numbers = questionsIn(versions[0]).map(({ number }) => number);
		expect(numbers).toEqual(numbers.map((_, i) => i + 1));
		expect(stages.routing.map(({ right }) => right)).toEqual(numbers.slice(0, stages.questions + 1).map((n) => n - 1));
		const following = stages.parts.flatMap(({ name, rows }) => rows.map(({ right }) => [right, name]));
		expect(stages.routing.map(({ right, part }) => [right, part])).toEqual(following);
		const columns = stages.parts.map(({ rows }) => rows.map(({ standings }) => standings.length - 1));
		const asked = parts.map(({ questions, from, to }) => Array(Number(to) - Number(from) + 1).fill(questions.length));
		expect(columns).toEqual(asked);
		expect([stages.advice[0]?.from, stages.advice.at(-1)?.to]).toEqual([0, 100]);
		expect(stages.advice[0]?.lessons[0]?.href).toBe('/khoa-hoc/thu/giu-ma');
	});

	it('is added up by hand: it can’t be typed in', async () => {
		const { helper, paper } = await aPaper({ testId: 'hai-chang' });
		const refused = await typeIn(helper, paper, { answers: [] });
		expect([refused.status, refused.body.code]).toEqual([409, 'papers.scored-by-hand']);
	});
});

describe('a sheet that is typed in', () => {
	it('is graded as any attempt, and told on whose card it is', async () => {
		const { helper, paper, ...all } = await aPaper();
		const card = await writeDown({ ...all, helper });
		const answers = byKey(paper, await keyOf(helper, paper));
		const part = { helpedId: card.id, name: undefined, identityChecked: true };
		const view = good(await typeIn(helper, paper, { answers: answers.slice(0, 4), ...part }));
		const [sheet] = view.sheets;
		expect(sheet).toMatchObject({ score: 4, total: 6, level: 'Sử dụng được', identityChecked: true });
		expect(sheet.name).toContain('Bùi Thị Tư');
		const phone = all.app.aPhone();
		good(await openCard(phone, card));
		const result = good(await phone.call('GET', `/attempts/${sheet.attemptId}/result`));
		expect(result).toMatchObject({ score: 4, findings: { assurance: 'paper-identity-checked' } });
		await countAttempts(all.app.house);
	});

	it('sent twice is one; in small letters it is the same; the next one is another', async () => {
		const { app, helper, paper } = await aPaper();
		const answers = byKey(paper, await keyOf(helper, paper)).map((each) => ({
			...each,
			written: ` ${each.written.toLowerCase()}. `
		}));
		const key = 'b3b8c7a2-0b1f-4f4e-9d5e-3a6e7c1d2f00';
		expect((await typeIn(helper, paper, { answers, key })).status).toBe(201);
		expect((await typeIn(helper, paper, { answers: [], key })).status).toBe(200);
		app.house.clock.pass(60_000);
		const view = good(await typeIn(helper, paper, { answers: [], name: 'Bà Năm' }));
		expect(view.sheets.map(({ name, score }: { name: string; score: number }) => [name, score])).toEqual([
			['Bà Tư', 6],
			['Bà Năm', 0]
		]);
	});

	it('names what a question does not have, and keeps nothing', async () => {
		const { helper, paper } = await aPaper();
		const answers = [
			{ number: 1, field: 'option', written: 'X' },
			{ number: 2, field: 'option', written: 'AB' },
			{ number: 3, field: 'khong-co', written: 'A' },
			{ number: 99, field: 'option', written: 'A' }
		];
		const { status, body } = await typeIn(helper, paper, { answers });
		expect(status).toBe(400);
		expect(body.fields.map(({ field }: { field: string }) => field).sort()).toEqual(
			['q1.option', 'q2.option', 'q3.khong-co', 'q99.option'].sort()
		);
		const nameless = await typeIn(helper, paper, { answers: [], name: ' ' });
		expect(nameless.body.fields[0].field).toBe('name');
		const elsewhere = await typeIn(helper, paper, { answers: [], code: 'AAA-AAA' });
		expect(elsewhere.body.fields[0].field).toBe('code');
		expect(good(await helper.call('GET', `/papers/${paper.id}`)).sheets).toEqual([]);
	});

	it('counts once for somebody, and can be typed in anew after it was declared void', async () => {
		const { helper, paper, root, ...all } = await aPaper();
		const { id: helpedId } = await writeDown({ ...all, helper, root });
		const sheet = { answers: [], helpedId, name: undefined };
		const first = good(await typeIn(helper, paper, sheet)).sheets[0];
		expect((await typeIn(helper, paper, sheet)).body.code).toBe('papers.typed-already');
		const unsaid = await helper.call('POST', `/papers/${paper.id}/voids`, { attemptId: first.attemptId, reason: ' ' });
		expect([unsaid.status, unsaid.body.fields[0].field]).toEqual([400, 'reason']);
		const body = { attemptId: first.attemptId, reason: 'Nhập nhầm tờ' };
		expect(good(await helper.call('POST', `/papers/${paper.id}/voids`, body)).sheets[0].voidReason).toBe(
			'Nhập nhầm tờ'
		);
		expect(good(await typeIn(helper, paper, sheet)).sheets).toHaveLength(2);
		const another = await print({ ...all, helper, root }, { testId: 'cuoi' });
		expect((await typeIn(helper, another, sheet)).body.code).toBe('assess.too-soon');
		expect((await typeIn(helper, another, { ...sheet, retakeAllowed: true })).status).toBe(201);
	});

	it('that passes a quiz is a quiz passed', async () => {
		const { helper, paper, ...all } = await aPaper({ courseId: 'thu' });
		const card = await writeDown({ ...all, helper });
		const answers = byKey(paper, await keyOf(helper, paper));
		const { attemptId } = good(await typeIn(helper, paper, { answers, helpedId: card.id, name: undefined })).sheets[0];
		const phone = all.app.aPhone();
		good(await openCard(phone, card));
		expect((await phone.call('POST', '/records', { attemptId, name: 'Bùi Thị Tư' })).status).toBe(201);
	});
});
