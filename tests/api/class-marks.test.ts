import { describe, expect, it } from 'vitest';
import { attendanceTicks, classMarks } from '../../src/community/tables.ts';
import { checkAnswers } from '../../src/learn/tables.ts';
import { auditEntries } from '../../src/platform/tables.ts';
import { aClass, accountOf, giveRole, good, neighbours, someone, type Neighbours } from '../support/classes.ts';
import { baTu, open, withCard } from '../support/helped.ts';
import type { Phone } from '../support/index.ts';

const lesson = { courseId: 'thu', lessonId: 'giu-ma' };
type Mark = 'alone' | 'reminded' | 'not-yet' | null;

/** A session that is on, with these in its list; their lines in the order of the names given. */
async function aFullClass(all: Neighbours, names = ['Bà Tư', 'Ông Năm']) {
	const { id } = await aClass(all, lesson);
	const body = { way: 'tick', people: names.map((name) => ({ name })) };
	const { people } = good(await all.helper.call('POST', `/classes/${id}/attendance`, body));
	const lineOf = (name: string): string => people.find((each: { name: string }) => each.name === name).id;
	return { id, lines: names.map(lineOf) };
}

const question = (questionId: string, marks: Mark[]) => ({ ...lesson, questionId, marks });
const keep = (phone: Phone, id: string, people: string[], ...questions: object[]) =>
	phone.call('PUT', `/classes/${id}/marks`, { people, questions });

async function anotherHelper(all: Neighbours): Promise<Phone> {
	const other = await someone(all.app, { name: 'Trần Văn Bình', placeId: all.commune });
	await giveRole(all, other, { role: 'helper', placeId: all.commune });
	return other;
}

describe('marks of a class', () => {
	it('are kept for each who is there and each question, many at once, and told lesson by lesson', async () => {
		const all = await neighbours();
		const { id, lines } = await aFullClass(all);
		const kept = good(
			await keep(
				all.helper,
				id,
				lines,
				question('giu-ma-1', ['alone', 'reminded']),
				question('giu-ma-2', ['not-yet', null])
			)
		);
		expect(kept.lessons).toMatchObject([
			{
				course: { id: 'thu' },
				lesson: { id: 'giu-ma', name: 'Giữ kín mã' },
				questions: [{ id: 'giu-ma-1' }, { id: 'giu-ma-2' }]
			}
		]);
		expect(kept.lessons[0].marks).toHaveLength(3);
		expect(kept.lessons[0].marks).toContainEqual({
			attendanceId: lines[1],
			questionId: 'giu-ma-1',
			mark: 'reminded',
			by: 'Lê Thị Hoa',
			mine: true
		});
		const [entry] = (await all.app.house.store.read.select().from(auditEntries)).slice(-1);
		expect(entry).toMatchObject({ action: 'community.marks-kept', subjectId: id, details: '{"marks":3}' });
	});

	it('of two helpers stand side by side, and each takes back only her own', async () => {
		const all = await neighbours();
		const { id, lines } = await aFullClass(all, ['Bà Tư']);
		const other = await anotherHelper(all);
		good(await keep(all.helper, id, lines, question('giu-ma-1', ['alone'])));
		const both = good(await keep(other, id, lines, question('giu-ma-1', ['not-yet'])));
		expect(both.lessons[0].marks).toMatchObject([
			{ mark: 'alone', by: 'Lê Thị Hoa', mine: false },
			{ mark: 'not-yet', by: 'Trần Văn Bình', mine: true }
		]);
		const left = good(await keep(other, id, lines, question('giu-ma-1', [null])));
		expect(left.lessons[0].marks).toMatchObject([{ mark: 'alone', by: 'Lê Thị Hoa' }]);
	});

	it('of thirty people and ten questions go in one call of a few kilobytes; sent again they change nothing', async () => {
		const all = await neighbours();
		const names = Array.from({ length: 30 }, (_, i) => `Học viên ${i + 1}`);
		const { id, lines } = await aFullClass(all, names);
		const ids = ['giu-ma-1', 'giu-ma-2', 'giu-ma-t1', 'giu-ma-t2'];
		const others = all.app.house.catalog.checkQuestions('hoi-lai', 'vi').map((each) => each.id);
		const marks = names.map((_, i): Mark => (i % 3 === 0 ? 'alone' : 'reminded'));
		const questions = [
			...ids.map((each) => question(each, marks)),
			...others.map((questionId) => ({ courseId: 'thu', lessonId: 'hoi-lai', questionId, marks }))
		];
		expect(JSON.stringify({ people: lines, questions }).length).toBeLessThan(10_000);
		good(await keep(all.helper, id, lines, ...questions));
		const { store, clock } = all.app.house;
		const before = [await store.read.select().from(classMarks), await store.read.$count(auditEntries)];
		expect(before[0]).toHaveLength(30 * questions.length);
		clock.pass(60_000);
		good(await keep(all.helper, id, lines, ...questions));
		expect([await store.read.select().from(classMarks), await store.read.$count(auditEntries)]).toEqual(before);
	});

	it('are kept all or none: one stranger, one unknown question, one mark too few, and nothing is', async () => {
		const all = await neighbours();
		const { id, lines } = await aFullClass(all);
		const first = question('giu-ma-1', ['alone', 'alone']);
		const wrong: [unknown, number, string][] = [
			[
				{ people: [...lines, 'nobody'], questions: [question('giu-ma-1', ['alone', 'alone', 'alone'])] },
				409,
				'marks.not-present'
			],
			[{ people: lines, questions: [first, question('khong-co', ['alone', 'alone'])] }, 404, 'marks.no-such-question'],
			[{ people: lines, questions: [first, { ...first, lessonId: 'hoi-lai' }] }, 404, 'marks.no-such-question'],
			[{ people: lines, questions: [first, question('giu-ma-2', ['alone'])] }, 400, 'marks.uneven'],
			[{ people: lines, questions: [first, first] }, 400, 'marks.uneven'],
			[{ people: [], questions: [first] }, 400, 'platform.invalid'],
			[{ people: lines, questions: [question('giu-ma-1', ['great' as Mark, 'alone'])] }, 400, 'platform.invalid']
		];
		for (const [body, status, code] of wrong)
			expect(await all.helper.call('PUT', `/classes/${id}/marks`, body), code).toMatchObject({
				status,
				body: { code }
			});
		expect(await all.app.house.store.read.$count(classMarks)).toBe(0);
	});

	it('are for a session that has begun: one of tomorrow, and one that was called off, are refused kindly', async () => {
		const all = await neighbours();
		const { id, lines } = await aFullClass(all);
		const tomorrow = await aClass(all, { ...lesson, day: '2026-11-24' });
		const refused = await keep(all.helper, tomorrow.id, lines, question('giu-ma-1', ['alone', 'alone']));
		expect(refused).toMatchObject({ status: 409, body: { code: 'community.too-early' } });
		expect(refused.body.title).toMatch(/chưa tới/);
		good(await all.helper.call('POST', `/classes/${tomorrow.id}/cancellation`, {}));
		const off = await keep(all.helper, tomorrow.id, lines, question('giu-ma-1', ['alone', 'alone']));
		expect(off.body.code).toBe('community.class-cancelled');
		expect(id).not.toBe(tomorrow.id);
	});

	it('are for those who hold classes there: others neither see nor change them, nor what is right', async () => {
		const all = await neighbours();
		const { id, lines } = await aFullClass(all);
		const learner = await someone(all.app, { name: 'Bùi Thị Ánh', placeId: all.villages[0] });
		const body = { people: lines, questions: [question('giu-ma-1', ['alone', 'alone'])] };
		for (const [method, path, sent] of [
			['PUT', `/classes/${id}/marks`, body],
			['GET', `/classes/${id}/marks`, undefined],
			['GET', `/classes/${id}/questions/giu-ma-1/answer`, undefined]
		] as const) {
			expect((await all.app.aPhone().call(method, path, sent)).status, path).toBe(401);
			expect((await learner.call(method, path, sent)).status, path).toBe(403);
			expect((await all.neighbour.call(method, path, sent)).body.code, path).toBe('community.no-such-class');
		}
		expect(await all.app.house.store.read.$count(classMarks)).toBe(0);
		const shown = good(await all.helper.call('GET', `/classes/${id}/questions/giu-ma-1/answer`));
		expect(shown).toMatchObject({ optionId: expect.any(String), explanation: expect.stringContaining('Đúng rồi') });
		const [quiz] = all.app.house.catalog.quizQuestions('thu', 'vi');
		expect((await all.helper.call('GET', `/classes/${id}/questions/${quiz?.id}/answer`)).status).toBe(404);
	});
});

describe('what was marked in class', () => {
	it('is seen by the learner as of the class, and is no answer of hers', async () => {
		const all = await neighbours();
		const learner = await someone(all.app, { name: 'Bùi Thị Ánh', placeId: all.villages[0] });
		const { id } = await aClass(all, lesson);
		const body = { way: 'tick', people: [{ accountId: await accountOf(learner) }] };
		const { people } = good(await all.helper.call('POST', `/classes/${id}/attendance`, body));
		const marks = [question('giu-ma-1', ['alone']), question('giu-ma-2', ['not-yet'])];
		good(await keep(all.helper, id, [people[0].id], ...marks));
		expect(good(await learner.call('GET', '/me/class-marks')).lessons).toMatchObject([
			{ place: { name: 'Thôn Đông' }, lesson: { name: 'Giữ kín mã' }, marks: { alone: 1, reminded: 0, notYet: 1 } }
		]);
		expect(await all.app.house.store.read.$count(checkAnswers)).toBe(0);
		expect((await all.app.aPhone().call('GET', '/me/class-marks')).status).toBe(401);
		expect(good(await all.neighbour.call('GET', '/me/class-marks')).lessons).toEqual([]);
	});

	it('stands on the page of a helped learner, and is hers when her card is open', async () => {
		const all = await withCard();
		const { id } = await aClass(all, lesson);
		const body = { way: 'tick', people: [{ helpedId: all.card.id }] };
		const { people } = good(await all.helper.call('POST', `/classes/${id}/attendance`, body));
		good(await keep(all.helper, id, [people[0].id], question('giu-ma-1', ['reminded'])));
		const expected = [{ lesson: { id: 'giu-ma' }, marks: { alone: 0, reminded: 1, notYet: 0 } }];
		expect(good(await all.helper.call('GET', `/helped-learners/${all.card.id}`)).inClass).toMatchObject(expected);
		const phone = all.app.aPhone();
		good(await open(phone, all.card));
		expect(good(await phone.call('GET', '/me/class-marks')).lessons).toMatchObject(expected);
	});

	it('goes along when a learner takes her card over, also where both were in the list', async () => {
		const all = await withCard();
		const own = await someone(all.app, { name: baTu.name });
		const { id } = await aClass(all, lesson);
		const lineOf = async (person: object) => {
			const body = { way: 'tick', people: [person] };
			const { people } = good(await all.helper.call('POST', `/classes/${id}/attendance`, body));
			return people.map((each: { id: string }) => each.id);
		};
		const [helped] = await lineOf({ helpedId: all.card.id });
		good(await keep(all.helper, id, [helped], question('giu-ma-1', ['alone']), question('giu-ma-2', ['alone'])));
		const { code } = good(await all.helper.call('GET', `/classes/${id}`));
		good(await own.call('POST', `/class-codes/${code}/attendance`, {}));
		const lines = good(await all.helper.call('GET', `/classes/${id}`)).people;
		const other = lines.find((each: { id: string }) => each.id !== helped).id;
		good(await keep(all.helper, id, [other], question('giu-ma-1', ['reminded'])));
		good(await own.call('POST', '/cards/taking', { code: all.card.code, pin: all.card.pin, sure: true }));
		const left = good(await all.helper.call('GET', `/classes/${id}/marks`)).lessons[0].marks;
		expect(
			left.map(({ attendanceId, questionId, mark }: Record<string, string>) => [attendanceId, questionId, mark]).sort()
		).toEqual([
			[other, 'giu-ma-1', 'reminded'],
			[other, 'giu-ma-2', 'alone']
		]);
	});

	it('keeps somebody in the list whose name another helper takes away', async () => {
		const all = await neighbours();
		const other = await anotherHelper(all);
		const { id, lines } = await aFullClass(all, ['Bà Tư']);
		good(await keep(other, id, lines, question('giu-ma-1', ['alone'])));
		good(await keep(all.helper, id, lines, question('giu-ma-1', ['not-yet'])));
		const untick = (phone: Phone) => phone.call('DELETE', `/classes/${id}/attendance/${lines[0]}`);
		expect(good(await untick(all.helper)).people).toMatchObject([{ name: 'Bà Tư', ticks: [] }]);
		expect(await all.app.house.store.read.$count(attendanceTicks)).toBe(0);
		expect(good(await untick(other)).people).toEqual([]);
		expect(await all.app.house.store.read.$count(classMarks)).toBe(0);
	});
});
