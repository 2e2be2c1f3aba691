import { describe, expect, it } from 'vitest';
import { answers, attempts, reviewCards } from '../../src/assess/tables.ts';
import { completionRecords, recordOffers } from '../../src/certify/tables.ts';
import { mergesSweep } from '../../src/community/index.ts';
import {
	attendances,
	attendanceTicks,
	classMarks,
	helpedLearners,
	helpedMerges,
	helpEntries,
	householdMembers,
	households,
	learnerCards,
	recognisedNames
} from '../../src/community/tables.ts';
import { cardSessions, learners } from '../../src/identity/tables.ts';
import { checkAnswers, lessonProgress } from '../../src/learn/tables.ts';
import { auditEntries } from '../../src/platform/tables.ts';
import { aClass, giveRole, good, someone, type Neighbours } from '../support/classes.ts';
import { answer, baTu, earn, open, withCard, writeDown, type Card } from '../support/helped.ts';
import type { Phone } from '../support/index.ts';
import { missInLesson } from '../support/review.ts';
import { log } from '../support/visits.ts';

const day = 24 * 3_600_000;

interface Doubles extends Neighbours {
	card: Card;
	/** The same person under another spelling. */
	other: Card;
}

async function doubles(part: object = {}): Promise<Doubles> {
	const all = await withCard();
	return { ...all, other: await writeDown(all, { name: 'Bùi Thị Tứ', apart: 'cạnh giếng', ...part }) };
}

const path = ({ card }: Doubles) => `/helped-learners/${card.id}`;
const merge = (all: Doubles, phone: Phone = all.helper) =>
	phone.call('POST', `${path(all)}/merges`, { otherId: all.other.id });
const view = async (all: Doubles) => good(await all.helper.call('GET', path(all)));
const split = async (all: Doubles, phone: Phone = all.helper) =>
	phone.call('DELETE', `${path(all)}/merges/${(await view(all)).merge?.id}`);

/** A phone on which she learns by her card. */
async function learning(all: Doubles, card: Card): Promise<Phone> {
	const phone = all.app.aPhone();
	good(await open(phone, card));
	return phone;
}

/** Everything that may move with a learner, in an order of its own. */
async function everything({ app }: Doubles): Promise<Record<string, string[]>> {
	const tables = {
		...{
			learners,
			helpedLearners,
			checkAnswers,
			lessonProgress,
			attempts,
			answers,
			reviewCards,
			completionRecords,
			recordOffers
		},
		...{
			attendances,
			attendanceTicks,
			classMarks,
			helpEntries,
			households,
			householdMembers,
			helpedMerges,
			recognisedNames
		}
	};
	const all: Record<string, string[]> = {};
	for (const [name, table] of Object.entries(tables))
		all[name] = (await app.house.store.read.select().from(table)).map((row) => JSON.stringify(row)).sort();
	const cards = await app.house.store.read.select().from(learnerCards);
	all['cards'] = cards.map((card) => JSON.stringify({ ...card, lastUsedAt: null })).sort();
	return all;
}

const learnerOf = async ({ app }: Doubles, { id }: Card) =>
	(await app.house.store.read.select().from(helpedLearners)).find((row) => row.id === id)?.learnerId;

/** Both have learnt, come to the same class, have a record, a home, a visit and an open attempt. */
async function muchLearnt(all: Doubles): Promise<{ both: string }> {
	const session = await aClass(all);
	const alone = await aClass(all, { time: '9:00' });
	for (const [card, mark] of [
		[all.card, 'alone'],
		[all.other, 'reminded']
	] as const) {
		const phone = await learning(all, card);
		good(await answer(phone, all.app));
		await missInLesson(all.app, phone, 'giu-ma-2', ...(card === all.card ? [] : ['giu-ma-1']));
		await earn(phone, all.app, baTu.name);
		good(await phone.call('POST', '/courses/thu/attempts', {}));
		all.app.house.clock.pass(1_000);
		const people = [{ helpedId: card.id, mark }];
		const { people: came } = good(
			await all.helper.call('POST', `/classes/${session.id}/attendance`, { way: 'tick', people })
		);
		const questions = [{ courseId: 'thu', lessonId: 'giu-ma', questionId: 'giu-ma-1', marks: came.map(() => mark) }];
		const lines = came.map(({ id }: { id: string }) => id);
		good(await all.helper.call('PUT', `/classes/${session.id}/marks`, { people: lines, questions }));
		await log(all.helper, all.villages[0], { household: undefined, helpedId: card.id });
	}
	const written = { way: 'tick', people: [{ name: 'Bà Tứ' }] };
	const [line] = good(await all.helper.call('POST', `/classes/${alone.id}/attendance`, written)).people;
	const whose = { helpedId: all.other.id };
	good(await all.helper.call('PUT', `/classes/${alone.id}/attendance/${line.id}/whose`, whose));
	const home = good(await all.helper.call('POST', '/households', { name: 'nhà ông Bảy', placeId: all.villages[0] }));
	good(await all.helper.call('POST', `/households/${home.id}/members`, { helpedId: all.other.id, consent: true }));
	return { both: session.id };
}

describe('two rows for one helped learner', () => {
	it('become one who has all that both have learnt; the other is gone, and her card opens nothing', async () => {
		const all = await doubles();
		const { both } = await muchLearnt(all);
		const [kept, gone] = [await learnerOf(all, all.card), await learnerOf(all, all.other)];
		const shared = await learning(all, all.other);
		const merged = good(await merge(all));
		expect(merged).toMatchObject({ name: baTu.name, merge: { name: 'Bùi Thị Tứ', at: '2026-11-23T02:00:02.000Z' } });
		expect(good(await all.helper.call('GET', '/helped-learners')).learners).toMatchObject([{ id: all.card.id }]);
		expect((await all.helper.call('GET', `/helped-learners/${all.other.id}`)).status).toBe(404);
		expect(good(await shared.call('GET', '/cards/here'))).toEqual({ open: null, cards: [] });
		expect((await open(all.app.aPhone(), all.other)).body.code).toBe('helped.wrong-card');
		const phone = await learning(all, all.card);
		expect(good(await phone.call('GET', '/records')).records).toHaveLength(2);
		expect(good(await all.helper.call('GET', `/classes/${both}`)).people).toHaveLength(1);
		const { read } = all.app.house.store;
		for (const table of [
			checkAnswers,
			lessonProgress,
			attempts,
			reviewCards,
			attendances,
			householdMembers,
			completionRecords
		]) {
			const whose = (await read.select().from(table)).map(({ learnerId }) => learnerId);
			expect(whose).toContain(kept);
			expect(whose).not.toContain(gone);
		}
		expect((await read.select().from(helpEntries)).map(({ helpedId }) => helpedId)).toEqual([all.card.id, all.card.id]);
	});

	it('are both as they were, to the last row, when they are parted again; her card opens as before', async () => {
		const all = await doubles();
		await muchLearnt(all);
		const before = await everything(all);
		good(await merge(all));
		expect(await everything(all)).not.toEqual(before);
		good(await split(all));
		expect(await everything(all)).toEqual(before);
		expect((await view(all)).merge).toBeNull();
		expect((await open(all.app.aPhone(), all.other)).status).toBe(200);
		expect((await split(all)).status).toBe(404);
	});

	it('are so the other way round as well, where the one who is kept had learnt less', async () => {
		const all = await doubles();
		await muchLearnt(all);
		const swapped = { ...all, card: all.other, other: all.card };
		const before = await everything(all);
		good(await merge(swapped));
		good(await split(swapped));
		expect(await everything(all)).toEqual(before);
	});

	it('are parted so that what was learnt since stays with the one who was kept', async () => {
		const all = await doubles();
		const { both } = await muchLearnt(all);
		const other = await learnerOf(all, all.other);
		const kept = await learnerOf(all, all.card);
		const hers = async (id = other) => {
			const { read } = all.app.house.store;
			const of = async (table: typeof checkAnswers | typeof lessonProgress | typeof attempts | typeof attendances) =>
				(await read.select().from(table)).filter(({ learnerId }) => learnerId === id).length;
			return [await of(checkAnswers), await of(lessonProgress), await of(attempts), await of(attendances)];
		};
		const before = await hers();
		good(await merge(all));
		all.app.house.clock.pass(60_000);
		const phone = await learning(all, all.card);
		good(await answer(phone, all.app));
		const third = await earn(phone, all.app, baTu.name);
		const people = [{ helpedId: all.card.id, mark: 'not-yet' }];
		good(await all.root.call('POST', `/classes/${both}/attendance`, { way: 'tick', people }));
		good(await split(all));
		expect(await hers()).toEqual(before);
		const [first, second] = [await learning(all, all.card), await learning(all, all.other)];
		const records = async (at: Phone) => good(await at.call('GET', '/records')).records;
		expect(await records(second)).toHaveLength(1);
		expect(await records(first)).toEqual(
			expect.arrayContaining([expect.objectContaining({ code: third.code }), expect.anything()])
		);
		expect((await hers(kept))[1]).toBe(1);
		const came = good(await all.helper.call('GET', `/classes/${both}`)).people;
		expect(came.map(({ ticks }: { ticks: unknown[] }) => ticks.length).sort()).toEqual([1, 2]);
	});

	it('can be parted for thirty days; then what that takes is deleted', async () => {
		const all = await doubles();
		good(await merge(all));
		const { clock, store } = all.app.house;
		const { id } = (await view(all)).merge;
		clock.pass(29 * day);
		await mergesSweep(all.app.house).run();
		expect(await store.read.$count(helpedMerges)).toBe(1);
		const again = all.app.aPhone();
		const root = { identifier: 'quantri', password: 'ruộng lúa chín vàng' };
		clock.pass(2 * day);
		good(await again.call('POST', '/session', root));
		expect(good(await again.call('GET', path(all))).merge).toBeNull();
		expect(await again.call('DELETE', `${path(all)}/merges/${id}`)).toMatchObject({
			status: 404,
			body: { code: 'doubles.no-such-merge' }
		});
		await mergesSweep(all.app.house).run();
		expect(await store.read.$count(helpedMerges)).toBe(0);
		expect(await store.read.$count(helpedLearners)).toBe(1);
	});

	it('are not written down again by a phone that sends the other once more', async () => {
		const all = await doubles();
		good(await merge(all));
		const again = { ...baTu, name: 'Bùi Thị Tứ', placeId: all.villages[0] };
		const sent = await all.helper.call('PUT', `/helped-learners/${all.other.id}/carried`, again);
		expect(sent).toMatchObject({ status: 409, body: { code: 'helped.removed' } });
		expect(sent.body.title).toMatch(/bỏ tên khỏi danh sách/);
		good(await split(all));
	});

	it('are gone for good where the one who was kept takes her consent back', async () => {
		const all = await doubles();
		good(await merge(all));
		good(await all.helper.call('DELETE', path(all)));
		for (const table of [helpedMerges, helpedLearners, learnerCards])
			expect(await all.app.house.store.read.$count(table)).toBe(0);
	});

	it('are merged and parted by those who look after both of them, and by nobody else', async () => {
		const all = await doubles();
		const far = await writeDown({ ...all, helper: all.neighbour, villages: [all.elsewhere, all.elsewhere] });
		const before = await everything(all);
		const learner = await someone(all.app, { name: 'Bùi Thị Ánh', placeId: all.villages[0] });
		expect((await merge(all, all.neighbour)).body.code).toBe('helped.no-such-learner');
		for (const other of [far, all.card])
			expect((await merge({ ...all, other })).body.code).toBe('helped.no-such-learner');
		expect((await merge(all, learner)).status).toBe(403);
		expect((await merge(all, all.app.aPhone())).status).toBe(401);
		expect((await all.neighbour.call('GET', `${path(all)}/doubles`)).status).toBe(404);
		const { learners: _, ...after } = await everything(all);
		expect(before).toMatchObject(after);
		good(await merge({ ...all, other: far }, all.root));
		expect((await view(all)).merge).toBeNull();
		const { merge: seen } = good(await all.root.call('GET', path(all)));
		expect((await all.helper.call('DELETE', `${path(all)}/merges/${seen.id}`)).status).toBe(404);
		expect((await all.neighbour.call('DELETE', `${path(all)}/merges/${seen.id}`)).status).toBe(404);
		good(await all.root.call('DELETE', `${path(all)}/merges/${seen.id}`));
		good(await all.neighbour.call('GET', `/helped-learners/${far.id}`));
	});

	it('become one, whichever, where two helpers merge them at the same moment', async () => {
		const all = await doubles();
		const second = await someone(all.app, { name: 'Trần Thị Hai', placeId: all.commune });
		await giveRole(all, second, { role: 'helper', placeId: all.commune });
		const answers = await Promise.all([merge(all), merge({ ...all, card: all.other, other: all.card }, second)]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
		expect(await all.app.house.store.read.$count(helpedLearners)).toBe(1);
		expect(await all.app.house.store.read.$count(cardSessions)).toBe(0);
	});

	it('are parted in turn where there were three, and one who was merged lately is the one to keep', async () => {
		const all = await doubles();
		const third = await writeDown(all, { name: 'Bùi Tư' });
		const before = await everything(all);
		good(await merge(all));
		const refused = await all.helper.call('POST', `/helped-learners/${third.id}/merges`, { otherId: all.card.id });
		expect(refused).toMatchObject({ status: 409, body: { code: 'doubles.merged-lately' } });
		const first = (await view(all)).merge;
		all.app.house.clock.pass(1_000);
		good(await merge({ ...all, other: third }));
		expect((await all.helper.call('DELETE', `${path(all)}/merges/${first.id}`)).status).toBe(404);
		good(await split(all));
		good(await split(all));
		expect(await everything(all)).toEqual(before);
	});

	it('stay one while somebody else has the other’s name and year in her place', async () => {
		const all = await doubles();
		good(await merge(all));
		const again = await writeDown(all, { name: 'Bùi Thị Tứ', apart: 'cạnh giếng' });
		expect(await split(all)).toMatchObject({ status: 409, body: { code: 'doubles.name-taken' } });
		good(await all.helper.call('DELETE', `/helped-learners/${again.id}`));
		good(await split(all));
	});

	it('are found by likeness or by name, and each act is in the trail of the place without a name', async () => {
		const all = await doubles();
		await writeDown(all, { name: 'Lò Văn Páo', birthYear: 1990 });
		await writeDown(all, { name: 'Bùi Thị Tư', placeId: all.villages[1] });
		const found = good(await all.helper.call('GET', `${path(all)}/doubles`)).learners;
		expect(found.map(({ name }: { name: string }) => name)).toEqual(['Bùi Thị Tư', 'Bùi Thị Tứ', 'Lò Văn Páo']);
		const named = good(await all.helper.call('GET', `${path(all)}/doubles?query=pao`)).learners;
		expect(named).toMatchObject([{ name: 'Lò Văn Páo' }]);
		good(await merge(all));
		good(await split(all));
		const trail = await all.app.house.store.read.select().from(auditEntries);
		const acts = trail.map(({ action }) => action);
		for (const act of ['community.doubles-looked-for', 'community.helped-merged', 'community.helped-split'] as const)
			expect(acts.filter((each) => each === act)).toHaveLength(2);
		expect(JSON.stringify(trail)).not.toMatch(/Bùi|Páo|giếng/);
	});
});
