import { plainText } from '../../catalog/index.ts';
import { signOfSession } from '../../identity/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import type { CommunityHouse } from '../community-house.ts';
import { stillOnSince } from '../class-times.ts';
import { readHoldingPlaces } from '../holding-places.ts';
import { readPeopleOfClass } from '../people-of-class.ts';
import { actOn } from '../plan-class.ts';
import { listClasses, type ClassRow } from '../queries.ts';
import { readClass } from '../read-classes.ts';
import { notYourPlace } from '../refusals.ts';
import type { Carried } from './schemas.ts';

const dayMs = 24 * 3600_000;
/** How far ahead sessions are taken along, and how long the lists of people stay readable on the phone. */
const aheadMs = 14 * dayMs;
const readableMs = 14 * dayMs;
const mostClasses = 12;

/**
 * What a helper takes along: the sessions of the next two weeks and those begun that nobody was written down for, with
 * the people of their places. That these went onto a phone is written down for each session.
 */
export async function readCarried(house: CommunityHouse, actor: Actor): Promise<Carried> {
	const { accountId, sessionId } = actor;
	if (accountId === null || sessionId === null) throw notYourPlace();
	const now = house.clock.now();
	const rows = await classesToCarry(house, actor, now);
	const people: Carried['people'] = {};
	for (const row of rows) people[row.placeId] ??= await readPeopleOfClass(house, actor, { id: row.id });
	const views = await Promise.all(rows.map(({ id }) => readClass(house, actor, id)));
	await house.store.transact(async (tx) => {
		for (const row of rows) await recordAct(tx, house, actOn(actor, 'community.class-carried', row));
	});
	const { places } = await readHoldingPlaces(house, actor);
	return {
		accountId,
		sign: signOfSession(house, sessionId),
		madeAt: now.toISOString(),
		until: new Date(now.getTime() + readableMs).toISOString(),
		classes: views,
		people,
		lessons: lessonsOf(house, rows, actor),
		procedures: house.catalog.communityRules().procedures.map((each) => ({ id: each.id, name: each[actor.lang] })),
		places: places.map(({ id, name, within }) => ({ id, name: within ? `${name}, ${within}` : name }))
	};
}

async function classesToCarry(house: CommunityHouse, actor: Actor, now: Date): Promise<ClassRow[]> {
	const { read } = house.store;
	const asked = { onSince: stillOnSince(now), after: undefined, limit: mostClasses };
	const coming = await listClasses(read, actor, { ...asked, when: 'coming' });
	const open = await listClasses(read, actor, { ...asked, when: 'open' });
	const ahead = now.getTime() + aheadMs;
	const soon = coming.filter(({ startsAt, cancelledAt }) => cancelledAt === null && startsAt.getTime() < ahead);
	return [...soon, ...open].slice(0, mostClasses);
}

/** The lessons of these sessions, or all of their courses, with the check questions that are asked in class. */
function lessonsOf({ catalog }: CommunityHouse, rows: readonly ClassRow[], { lang }: Actor): Carried['lessons'] {
	const keys = rows.flatMap(({ courseId, lessonId }) => {
		if (courseId === null) return [];
		return (lessonId === null ? catalog.lessonIds(courseId) : [lessonId]).map((id) => `${courseId}/${id}`);
	});
	return [...new Set(keys)].flatMap((key) => {
		const [courseId = '', lessonId = ''] = key.split('/');
		const lesson = catalog.lesson(courseId, lessonId, lang);
		if (!lesson) return [];
		const questions = catalog.checkQuestions(lessonId, lang).map(({ id, stem }) => ({ id, stem: plainText(stem) }));
		return [{ courseId, lessonId, title: lesson.title, questions }];
	});
}
