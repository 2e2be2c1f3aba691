import { findPlace, noSuchPlace } from '../../places/index.ts';
import { mayActIn, outermostGrants, type Actor, type Role } from '../../platform/actor.ts';
import { fold } from '../../platform/text.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { readers, type AssignHouse } from '../assign-house.ts';
import { lastLateDay } from './cells.ts';
import { listRunning, type Scope } from './queries.ts';
import type { BoardFilter } from './schemas.ts';

/** Columns beside each other; what goes beyond is looked at one assignment at a time. */
const mostModules = 20;

/** Within the places where the actor may look, or has one of these roles; refuses a place where she may not look. */
export async function scopeOf(
	reader: Reader,
	actor: Actor,
	{ filter, today, roles = readers }: { filter: BoardFilter; today: string; roles?: readonly Role[] }
): Promise<Scope> {
	const places = await placesOf(reader, actor, { placeId: filter.placeId, roles });
	const paths = places.map(({ placePath }) => placePath);
	const running = await listRunning(reader, paths);
	const chosen = running.filter(({ id }) => filter.assignmentId === undefined || id === filter.assignmentId);
	const subjects = [...new Set(chosen.flatMap((each) => each.subjects))];
	const graces = [...new Set(chosen.map(({ graceDays }) => graceDays))];
	return {
		...{ paths, places, running, folded: fold(filter.query ?? ''), state: filter.state },
		assignmentIds: chosen.map(({ id }) => id),
		subjects: subjects.slice(0, mostModules),
		moreModules: subjects.length > mostModules,
		late: graces.map((grace) => ({
			assignmentIds: chosen.filter(({ graceDays }) => graceDays === grace).map(({ id }) => id),
			lastDay: lastLateDay(today, grace)
		}))
	};
}

async function placesOf(
	reader: Reader,
	actor: Actor,
	{ placeId, roles }: { placeId: string | undefined; roles: readonly Role[] }
): Promise<Scope['places']> {
	if (placeId === undefined)
		return outermostGrants(actor, roles).map(({ placeId, placePath }) => ({ placeId, placePath }));
	const place = await findPlace(reader, placeId);
	if (!place || !mayActIn(actor, readers, place.path)) throw noSuchPlace();
	return [{ placeId: place.id, placePath: place.path }];
}

/** What a module is called: a course, or a test where the subject says so. */
export function titleOf({ catalog }: Pick<AssignHouse, 'catalog'>, subject: string, lang: Actor['lang']): string {
	const [, testId] = /^test:(.*)$/.exec(subject) ?? [];
	const found = testId === undefined ? catalog.course(subject, lang) : catalog.testView(testId, lang);
	return found?.title ?? subject;
}
