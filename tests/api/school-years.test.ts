import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { giveOut } from '../../src/assign/index.ts';
import { duties, memberships, staffEntries } from '../../src/assign/tables.ts';
import { grants } from '../../src/identity/tables.ts';
import { places } from '../../src/places/tables.ts';
import { facts } from '../../src/platform/tables.ts';
import { asked } from '../support/assignments.ts';
import { good } from '../support/classes.ts';
import { officer } from '../support/organisations.ts';
import { passQuiz } from '../support/pass-quiz.ts';
import { aListed, aPupil, aSchool, aTeacher, type School } from '../support/schools.ts';

const from = '2025-2026';
const ending = { from, lastGrade: 5, staying: [] as string[] };

const roll = ({ officer, school }: School, part: object = {}) =>
	officer.call('POST', `/organisations/${school}/school-year`, { ...ending, ...part });
const standing = async ({ officer, school }: School) =>
	good(await officer.call('GET', `/organisations/${school}`)).children;
const classOf = async (all: School, name: string): Promise<string> =>
	(await standing(all)).find((each: { name: string }) => each.name === name).id;
const namesIn = async ({ officer }: School, placeId: string) =>
	good(await officer.call('GET', `/organisations/${placeId}/members`)).members.map(
		({ name }: { name: string }) => name
	);

describe('a new school year', () => {
	it('is looked at first, class by class, and nothing changes by that', async () => {
		const all = await aSchool();
		const lan = await aPupil(all, { name: 'Trần Thị Lan', placeId: all.classes['4A'] });
		await aListed(all, { name: 'Lê Văn Tú', placeId: all.classes['4A'] });
		await aListed(all, { name: 'Trần Thị Lan', placeId: all.classes['4A'], learnerId: lan.learnerId });
		const night = { parentId: all.school, name: 'Lớp xóa mù', organisationKind: 'class', grade: 1, schoolYear: from };
		const { id } = good(await all.officer.call('POST', '/organisations', night));
		await all.app.house.store.transact(
			async (tx) => void (await tx.update(places).set({ grade: null }).where(eq(places.id, id)))
		);
		const before = await all.app.house.store.read.select().from(places);
		const path = `/organisations/${all.school}/school-year`;
		const plan = good(await all.officer.call('GET', path));
		expect(plan).toMatchObject({
			...{ from, to: '2026-2027', lastGrade: 5, opensOn: null, years: [from] },
			untouched: [{ name: 'Lớp xóa mù', why: 'no-grade' }],
			totals: { up: 2, stays: 0, finishes: 0, made: 2 }
		});
		expect(plan.classes).toMatchObject([
			{ name: 'Lớp 3A', up: { name: 'Lớp 4A', made: true }, people: [] },
			{
				...{ name: 'Lớp 4A', goes: 2, stay: null },
				people: [
					{ name: 'Trần Thị Lan', birthYear: 1964, registered: true },
					{ name: 'Lê Văn Tú', registered: false }
				]
			},
			{ name: 'Lớp 5A', up: null }
		]);
		const staying = [`m:${lan.membershipId}`];
		const second = good(await all.officer.call('POST', `${path}/preview`, { ...ending, staying }));
		expect(second.totals).toEqual({ up: 1, stays: 1, finishes: 0, made: 2 });
		expect(second.classes[1]).toMatchObject({ goes: 1, stays: 1, stay: { name: 'Lớp 4A' } });
		expect(await all.app.house.store.read.select().from(places)).toEqual(before);
	});

	it('leads everybody on at once: up, once more, or out; lists and teachers go along', async () => {
		const all = await aSchool();
		const { house } = all.app;
		const { '3A': third, '4A': fourth, '5A': fifth } = all.classes;
		const lan = await aPupil(all, { name: 'Trần Thị Lan', placeId: fourth, position: 'Lớp trưởng' });
		const tu = await aPupil(all, { name: 'Lê Văn Tú', placeId: fourth });
		await aPupil(all, { name: 'Hồ Văn Ba', placeId: third });
		await aPupil(all, { name: 'Bùi Văn Năm', placeId: fifth });
		await aListed(all, { name: 'Trần Thị Lan', placeId: fourth, learnerId: lan.learnerId });
		const unregistered = await aListed(all, { name: 'Ngô Thị Mai', placeId: fourth });
		const [teacher, last] = [await aTeacher(all, fourth), await aTeacher(all, fifth)];
		const done = good(await roll(all, { staying: [`m:${tu.membershipId}`, `e:${unregistered}`] }));
		expect(done).toEqual({ to: '2026-2027', up: 2, stays: 2, finishes: 1, made: 2, ended: 3 });
		await house.facts.runDue();

		expect(await standing(all)).toMatchObject([
			{ name: 'Lớp 4A', grade: 4, schoolYear: '2026-2027' },
			{ name: 'Lớp 5A', grade: 5, schoolYear: '2026-2027' }
		]);
		const [newFourth, newFifth] = [await classOf(all, 'Lớp 4A'), await classOf(all, 'Lớp 5A')];
		expect(await namesIn(all, newFourth)).toEqual(['Hồ Văn Ba', 'Lê Văn Tú']);
		expect(good(await all.officer.call('GET', `/organisations/${newFifth}/members`)).members).toMatchObject([
			{ name: 'Trần Thị Lan', position: 'Lớp trưởng' }
		]);
		const rows = await house.store.read.select().from(memberships);
		const ended = rows.filter(({ endedAt }) => endedAt !== null);
		expect(ended.map(({ placeId, endedWhy }) => [placeId, endedWhy]).sort()).toEqual(
			[
				[third, 'moved'],
				[fourth, 'moved'],
				[fourth, 'moved'],
				[fifth, 'finished']
			].sort()
		);
		const listed = (await house.store.read.select().from(staffEntries)).filter(({ endedAt }) => endedAt === null);
		expect(listed.map(({ name, placeId, learnerId }) => [name, placeId, learnerId])).toEqual(
			expect.arrayContaining([
				['Trần Thị Lan', newFifth, lan.learnerId],
				['Ngô Thị Mai', newFourth, null]
			])
		);
		expect(listed).toHaveLength(2);
		const held = async (phone: School['officer']) => good(await phone.call('GET', '/session')).grants;
		expect(await held(teacher)).toMatchObject([{ role: 'teacher', place: { id: newFifth } }]);
		expect(await held(last)).toEqual([]);
		expect((await house.store.read.select().from(grants)).filter(({ placeId }) => placeId === fourth)).toMatchObject([
			{ endedAt: expect.any(Date) }
		]);
	});

	it('keeps the old classes to be found, named with their year, closed to newcomers', async () => {
		const all = await aSchool();
		const fourth = all.classes['4A'];
		const lan = await aPupil(all, { name: 'Trần Thị Lan', placeId: fourth });
		const { code } = good(await all.officer.call('POST', `/organisations/${fourth}/join-codes`, { days: 7 }));
		good(await roll(all));
		const school = good(await all.officer.call('GET', `/organisations/${all.school}`));
		expect(school.ended).toMatchObject(['3A', '4A', '5A'].map((name) => ({ name: `Lớp ${name}`, schoolYear: from })));
		expect(good(await all.officer.call('GET', `/organisations/${fourth}`))).toMatchObject({
			...{ name: 'Lớp 4A', schoolYear: from, validTo: '2026-11-22' }
		});
		const then = good(await all.officer.call('GET', `/organisations/${fourth}/members`)).members;
		expect(then).toMatchObject([{ id: lan.membershipId, name: 'Trần Thị Lan' }]);
		const join = await all.helper.call('POST', `/join-codes/${code}/membership`, {});
		expect(join.body.code).toBe('members.no-such-code');
	});

	it('lets what was done stay, and takes open duties along as moving does', async () => {
		const all = await aSchool();
		const { house } = all.app;
		const fourth = all.classes['4A'];
		const [lan, tu] = [
			await aPupil(all, { name: 'Trần Thị Lan', placeId: fourth }),
			await aPupil(all, { name: 'Lê Văn Tú', placeId: fourth })
		];
		const give = async (placeId: string) => {
			const targets = [{ kind: 'organisation', placeId }];
			const draft = good(await all.officer.call('POST', '/assignments', { ...asked, placeId: all.commune, targets }));
			good(await all.officer.call('POST', `/assignments/${draft.id}/sending`, { version: 1 }));
			return draft.id as string;
		};
		const [ofSchool, ofClass] = [await give(all.school), await give(fourth)];
		await giveOut(house);
		await passQuiz(all.app, lan.phone);
		await house.facts.runDue();
		good(await roll(all));
		await house.facts.runDue();
		const newFifth = await classOf(all, 'Lớp 5A');
		const of = async (learnerId: string, assignmentId: string) =>
			(await house.store.read.select().from(duties)).find(
				(duty) => duty.learnerId === learnerId && duty.assignmentId === assignmentId
			);
		expect(await of(lan.learnerId, ofSchool)).toMatchObject({ state: 'done', placeId: fourth });
		expect(await of(lan.learnerId, ofClass)).toMatchObject({ state: 'done', placeId: fourth });
		expect(await of(tu.learnerId, ofSchool)).toMatchObject({ state: 'open', placeId: newFifth });
		expect(await of(tu.learnerId, ofClass)).toMatchObject({ state: 'gone' });
	});

	it('is done once, not too early, and all of it or nothing', async () => {
		const all = await aSchool();
		await aPupil(all, { name: 'Trần Thị Lan', placeId: all.classes['4A'] });
		good(await roll(all));
		const { store } = all.app.house;
		const rows = async () => ({
			places: await store.read.select().from(places),
			members: await store.read.select().from(memberships),
			facts: await store.read.$count(facts)
		});
		const before = await rows();
		expect(await roll(all)).toMatchObject({ status: 409, body: { code: 'school-year.nothing-left' } });
		expect(await roll(all, { from: '2026-2027' })).toMatchObject({
			status: 409,
			body: { code: 'school-year.too-early', title: expect.stringContaining('2027') }
		});
		const path = `/organisations/${all.school}/school-year`;
		expect(good(await all.officer.call('GET', path))).toMatchObject({ from: '2026-2027', opensOn: '2027-04-01' });
		expect(await rows()).toEqual(before);
	});

	it('is mended by a transfer, which also a teacher of the school may do between its classes', async () => {
		const all = await aSchool();
		await aPupil(all, { name: 'Trần Thị Lan', placeId: all.classes['4A'] });
		await aPupil(all, { name: 'Hồ Văn Ba', placeId: all.classes['3A'] });
		good(await roll(all));
		const [newFourth, newFifth] = [await classOf(all, 'Lớp 4A'), await classOf(all, 'Lớp 5A')];
		const teacher = await aTeacher(all, all.school);
		const offered = good(await teacher.call('GET', `/organisations/${newFifth}/destinations`));
		expect(offered).toEqual({
			places: [
				{ id: newFourth, name: 'Lớp 4A', within: 'Trường Tiểu học Xuân' },
				{ id: all.school, name: 'Trường Tiểu học Xuân', within: 'Xã Xuân' }
			],
			more: false
		});
		const ofOne = await aTeacher(all, newFifth);
		expect(good(await ofOne.call('GET', `/organisations/${newFifth}/destinations`)).places).toEqual([]);
		const [{ id }] = good(await teacher.call('GET', `/organisations/${newFifth}/members`)).members;
		expect((await ofOne.call('POST', `/memberships/${id}/transfer`, { placeId: newFourth })).status).toBe(404);
		good(await teacher.call('POST', `/memberships/${id}/transfer`, { placeId: newFourth }));
		expect(await namesIn(all, newFourth)).toEqual(['Hồ Văn Ba', 'Trần Thị Lan']);
	});

	it('is for officers of the school alone, and for schools alone', async () => {
		const all = await aSchool();
		const path = `/organisations/${all.school}/school-year`;
		const neighbour = await officer(all, 'officer', all.elsewhere);
		for (const phone of [await aTeacher(all, all.school), all.helper, await officer(all, 'overseer', all.commune)]) {
			expect((await phone.call('GET', path)).status).toBe(403);
			expect((await phone.call('POST', path, ending)).status).toBe(403);
		}
		expect((await neighbour.call('GET', path)).status).toBe(404);
		expect((await neighbour.call('POST', path, ending)).status).toBe(404);
		const own = await officer(all, 'officer', all.school);
		good(await own.call('GET', path));
		const ofClass = await all.officer.call('GET', `/organisations/${all.classes['4A']}/school-year`);
		expect(ofClass).toMatchObject({ status: 404, body: { code: 'school-year.not-a-school' } });
	});
});
