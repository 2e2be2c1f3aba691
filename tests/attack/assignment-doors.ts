import { eq } from 'drizzle-orm';
import {
	assignmentItems,
	assignments,
	assignmentTargets,
	comments,
	duties,
	memberships
} from '../../src/assign/tables.ts';
import { accounts } from '../../src/identity/tables.ts';
import { places as placeRows } from '../../src/places/tables.ts';
import { asked } from '../support/assignments.ts';
import type { TestApp } from '../support/index.ts';
import type { ActorName, Cast } from './cast.ts';
import type { Door } from './doors.ts';

const letters = ['X', 'Y'] as const;
const ownerOf = { X: 'accountC', Y: 'accountD' } as const;
const kinds = ['draft', 'sent'] as const;

/** In each commune a draft and something sent, and duties of somebody who belongs to its office. */
export async function giveThings(
	{ house }: TestApp,
	{ places, accountIds }: Pick<Cast, 'places' | 'accountIds'>
): Promise<void> {
	const at = house.clock.now();
	await house.store.transact(async (tx) => {
		for (const letter of letters) {
			const [office] = await tx.select().from(placeRows).where(eq(placeRows.id, places.organisations[letter]));
			const [owner] = await tx
				.select()
				.from(accounts)
				.where(eq(accounts.id, accountIds[ownerOf[letter]] ?? ''));
			if (!office || !owner) throw new Error('both are there');
			const where = { placeId: office.id, placePath: office.path };
			const { learnerId } = owner;
			const { items, ...rest } = asked;
			const never = { withdrawnAt: null, withdrawnReason: null, reachedTo: null, leasedUntil: null };
			const bare = { graceDays: 0, passPercent: null, renewMonths: null, sentBy: null, sentAt: null };
			await tx.insert(memberships).values({ id: `given-${letter}`, ...where, learnerId, joinedAt: at });
			const said = { ...where, threadId: null, assignmentId: null, writerId: owner.id, role: 'overseer' as const };
			const words = { text: 'Bà con chưa có máy.', writtenAt: at, waiting: true };
			for (const name of ['kept', 'gone'])
				await tx.insert(comments).values({ id: `comment-${name}-${letter}`, ...said, ...words });
			for (const state of kinds) {
				const id = `${state}-${letter}`;
				const row = { id, ...where, ...rest, ...bare, ...never, state, version: 1, madeBy: owner.id, madeAt: at };
				await tx.insert(assignments).values(row);
				await tx.insert(assignmentItems).values({ assignmentId: id, position: 0, subject: items[0] ?? '' });
				const target = { id: `target-${id}`, assignmentId: id, kind: 'organisation' as const, ...where };
				await tx.insert(assignmentTargets).values(target);
			}
			for (const [round, name] of ['waive', 'enter', 'judge', 'own'].entries()) {
				const given = { id: `duty-${name}-${letter}`, assignmentId: `sent-${letter}`, subject: 'thu', learnerId };
				const days = { startsOn: asked.startsOn, dueOn: asked.dueOn, givenAt: at, required: true };
				const evidence = name === 'judge' ? 'Giấy số 12' : null;
				await tx.insert(duties).values({ ...given, ...where, ...days, round: round + 1, state: 'open', evidence });
			}
		}
	});
}

/** What was given out in two communes, and what each person's own is. */
export function giving(places: Cast['places']): Door[] {
	return letters.flatMap((letter): Door[] => {
		const may: ActorName[] = ['root', `officer${letter}`, `administrator${letter}`];
		const door = { of: `assignments of commune ${letter}`, may };
		const [draft, sent] = kinds.map((state) => `/assignments/${state}-${letter}`);
		const placeId = places.organisations[letter];
		const typed = { ...asked, placeId, targets: [{ kind: 'organisation', placeId }] };
		const shown = { what: 'Giấy số 12', where: 'Trường chính trị' };
		const reason = 'Nghỉ thai sản';
		const own = { dueOn: '2026-12-05', placeId, reason };
		const duty = (name: string) => `/duties/duty-${name}-${letter}`;
		const once = true as const;
		return [
			{ ...door, route: 'GET /comments', path: `/comments?after=comment-kept-${letter}` },
			// Nobody here oversees: who does may is tested with the comments themselves.
			{ ...door, route: 'POST /comments', path: '/comments', body: { placeId, text: 'Ít máy' }, may: [] },
			{
				...{ ...door, route: 'POST /comments/{id}/replies', path: `/comments/comment-kept-${letter}/replies` },
				body: { text: 'Xã sẽ mượn thêm máy.' }
			},
			{
				...{ route: 'POST /comments/{id}/withdrawal', path: `/comments/comment-gone-${letter}/withdrawal` },
				...{ of: ownerOf[letter], may: [ownerOf[letter]], body: {}, once }
			},
			{ ...door, route: 'GET /assignments', path: `/assignments?after=sent-${letter}`, may: [...may] },
			{ ...door, route: 'GET /assignments/{id}', path: `${draft}` },
			{ ...door, route: 'GET /assignments/{id}/reach', path: `${draft}/reach` },
			{ ...door, route: 'GET /assignments/{id}/duties', path: `${sent}/duties?after=duty-own-${letter}` },
			{ ...door, route: 'POST /assignments', path: '/assignments', body: typed },
			{ ...door, route: 'PUT /assignments/{id}', path: `${draft}`, body: { ...typed, version: 1 }, once },
			{ ...door, route: 'PUT /assignments/{id}/deadline', path: `${sent}/deadline`, body: own },
			{
				...door,
				route: 'PUT /assignments/{id}/due',
				path: `${sent}/due`,
				body: { version: 1, dueOn: '2026-12-04' },
				once
			},
			{ ...door, route: 'POST /duties/{id}/waiver', path: `${duty('waive')}/waiver`, body: { reason }, once },
			{ ...door, route: 'POST /duties/{id}/equivalent', path: `${duty('enter')}/equivalent`, body: shown, once },
			{ ...door, route: 'POST /duties/{id}/verdict', path: `${duty('judge')}/verdict`, body: { accept: true }, once },
			{
				...{ route: 'POST /me/duties/{id}/equivalent', path: `/me${duty('own')}/equivalent`, body: shown },
				...{ of: ownerOf[letter], may: [ownerOf[letter]] }
			},
			{ ...door, route: 'POST /assignments/{id}/sending', path: `${draft}/sending`, body: { version: 2 }, once },
			{ ...door, route: 'POST /assignments/{id}/withdrawal', path: `${sent}/withdrawal`, body: { reason }, once }
		];
	});
}
