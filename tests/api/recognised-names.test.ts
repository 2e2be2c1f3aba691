import { describe, expect, it } from 'vitest';
import { recognitionSweep } from '../../src/community/index.ts';
import { recognisedNames } from '../../src/community/tables.ts';
import { accountOf, aClass, giveRole, good, onNow, someone } from '../support/classes.ts';
import { withCard } from '../support/helped.ts';

const day = 24 * 3_600_000;
const asked = { courseId: 'thu', lessonId: 'giu-ma', questionId: 'giu-ma-1' };
const account = { name: 'Bùi Thị Tư', birthYear: 1950, username: 'tu.gieng', password: 'ruộng lúa chín vàng' };

/** A session in which the helper wrote "Bà Ba" in, who did it alone, and the helped learner whose name that is. */
async function withName() {
	const all = await withCard();
	const session = await aClass(all);
	const path = `/classes/${session.id}`;
	const take = async (people: object[], phone = all.helper) =>
		good(await phone.call('POST', `${path}/attendance`, { way: 'tick', people })).people;
	const [line] = await take([{ name: 'Bà Ba', mark: 'alone' }]);
	const her = { helpedId: all.card.id };
	const say = (lineId: string, whose: object = her, phone = all.helper) =>
		phone.call('PUT', `${path}/attendance/${lineId}/whose`, whose);
	const read = async () => good(await all.helper.call('GET', path)).people;
	const undo = async (phone = all.helper, id?: string) =>
		phone.call('DELETE', `${path}/recognised/${id ?? (await read())[0].recognised[0].id}`);
	const mark = async (lineId: string, given: string) => {
		const body = { people: [lineId], questions: [{ ...asked, marks: [given] }] };
		good(await all.helper.call('PUT', `${path}/marks`, body));
	};
	const marks = async () => good(await all.helper.call('GET', `${path}/marks`)).lessons[0].marks;
	return { ...all, path, line: line.id as string, her, take, say, read, undo, mark, marks };
}

describe('a name that was written in', () => {
	it('is said to be a helped learner’s: her line has the ticks and marks, and is the name again when taken back', async () => {
		const { line, say, read, undo, mark, marks } = await withName();
		await mark(line, 'reminded');
		expect(good(await say(line)).people).toMatchObject([
			{ id: line, kind: 'helped', name: 'Bùi Thị Tư', ticks: [{ mark: 'alone' }], recognised: [{ name: 'Bà Ba' }] }
		]);
		expect(good(await say(line)).people).toHaveLength(1);
		good(await undo());
		const [again, ...others] = await read();
		expect(others).toEqual([]);
		expect(again).toMatchObject({ kind: 'written', name: 'Bà Ba', ticks: [{ mark: 'alone' }], recognised: [] });
		expect(await marks()).toMatchObject([{ attendanceId: again.id, mark: 'reminded' }]);
	});

	it('becomes one with the line she has, the latest word of a helper stays, and both are there again afterwards', async () => {
		const { app, line, her, take, say, read, undo, mark, marks } = await withName();
		await mark(line, 'reminded');
		app.house.clock.pass(60_000);
		const mine = (await take([{ ...her, mark: 'not-yet' }])).find(({ kind }: { kind: string }) => kind === 'helped').id;
		await mark(mine, 'alone');
		expect(good(await say(line)).people).toMatchObject([{ id: mine, ticks: [{ mark: 'not-yet' }] }]);
		expect(await marks()).toMatchObject([{ attendanceId: mine, mark: 'alone' }]);
		good(await undo());
		const people = await read();
		expect(people).toMatchObject([
			{ name: 'Bà Ba', ticks: [{ mark: 'alone' }] },
			{ id: mine, ticks: [{ mark: 'not-yet' }] }
		]);
		expect(await marks()).toMatchObject([
			{ attendanceId: people[0].id, mark: 'reminded' },
			{ attendanceId: mine, mark: 'alone' }
		]);
	});

	it('can be an account’s, and goes along when a helped learner takes her learning over', async () => {
		const all = await withName();
		const other = await someone(all.app, { name: 'Đỗ Văn Sáu', placeId: all.villages[0] });
		const [six] = (await all.take([{ name: 'Ông Sáu' }])).filter(({ name }: { name: string }) => name === 'Ông Sáu');
		const people = good(await all.say(six.id, { accountId: await accountOf(other) })).people;
		expect(people[1]).toMatchObject({ kind: 'account', name: 'Đỗ Văn Sáu' });
		good(await all.say(all.line));
		const own = all.app.aPhone();
		good(await own.call('POST', '/accounts', account));
		good(await own.call('POST', '/cards/taking', { code: all.card.code, pin: all.card.pin }));
		expect((await all.read())[1]).toMatchObject({
			kind: 'account',
			name: 'Bùi Thị Tư',
			recognised: [{ name: 'Bà Ba' }]
		});
	});

	it('of two names that are one person’s the later is taken back first', async () => {
		const { line, say, take, read, undo } = await withName();
		good(await say(line));
		const second = (await take([{ name: 'Bà Tư' }])).find(({ kind }: { kind: string }) => kind === 'written').id;
		good(await say(second));
		const [{ recognised }] = await read();
		expect(recognised).toMatchObject([{ name: 'Bà Tư' }, { name: 'Bà Ba' }]);
		expect((await undo(undefined, recognised[1].id)).body.code).toBe('recognised.later-first');
		good(await undo());
		good(await undo(undefined, recognised[1].id));
		expect(await read()).toMatchObject([{ name: 'Bà Ba' }, { name: 'Bà Tư', kind: 'written' }]);
	});

	it('is said by nobody else’s helper, to be nobody’s out of reach, and of no line whose owner is known', async () => {
		const { neighbour, elsewhere, line, say, undo, take, her, app, root, villages } = await withName();
		expect((await say(line, her, neighbour)).status).toBe(404);
		const stranger = await someone(app, { name: 'Hồ Thị Xa', placeId: elsewhere });
		for (const whose of [{ accountId: await accountOf(stranger) }, { helpedId: 'không có' }, {}])
			expect((await say(line, whose)).body.code).toBe('community.no-such-person');
		const next = await someone(app, { name: 'Vũ Thị Bên', placeId: villages[1] });
		await giveRole({ app, root }, next, { role: 'helper', placeId: villages[1] });
		expect((await say(line, her, next)).status).toBe(404);
		good(await say(line));
		expect((await undo(neighbour)).status).toBe(404);
		expect((await undo(next)).status).toBe(404);
		const mine = await someone(app, { name: 'Vũ Thị Mơ', placeId: villages[0] });
		const [known] = await take([{ accountId: await accountOf(mine) }]);
		expect((await say(known.id)).body.code).toBe('recognised.not-written');
	});

	it('of one session is not taken back through another', async () => {
		const { helper, villages, line, say, read } = await withName();
		good(await say(line));
		const other = good(await helper.call('POST', '/classes', { ...onNow, topic: 'Khác', placeId: villages[0] }));
		const [{ recognised }] = await read();
		expect((await helper.call('DELETE', `/classes/${other.id}/recognised/${recognised[0].id}`)).status).toBe(404);
		expect((await helper.call('PUT', `/classes/${other.id}/attendance/${line}/whose`, {})).status).toBe(404);
	});

	it('is taken back for thirty days, and forgotten then, or when she takes her consent back', async () => {
		const { app, helper, card, line, say, read, undo } = await withName();
		good(await say(line));
		const [{ recognised }] = await read();
		app.house.clock.pass(30 * day);
		await recognitionSweep(app.house).run();
		expect(await app.house.store.read.$count(recognisedNames)).toBe(0);
		expect((await undo(helper, recognised[0].id)).body.code).toBe('recognised.no-such');

		const other = await withName();
		good(await other.say(other.line));
		good(await other.helper.call('DELETE', `/helped-learners/${other.card.id}`));
		expect(await other.app.house.store.read.$count(recognisedNames)).toBe(0);
		expect(card.id).not.toBe(other.card.id);
	});
});
