import { listFinishedOf } from '../../assess/index.ts';
import { countingLessons, listDone } from '../../learn/index.ts';
import { listPlacesByIds, type Place } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { noLearner } from '../../platform/http/access.ts';
import { say } from '../../platform/messages/index.ts';
import type { AssignHouse } from '../assign-house.ts';
import { listAskers, type Asker } from './askers.ts';
import { addDays, daysBetween } from './days.ts';
import { listBegun, listDutiesOf, type DutyRow } from './duty-queries.ts';
import { isEnough } from './fulfils.ts';
import type { Finished } from './honesty.ts';
import { listAssignmentsByIds, type AssignmentRow } from './queries.ts';
import type { OwnDuties, OwnDuty, OwnStanding } from './schemas.ts';
import { toldDuty } from './view.ts';

/** All that is known about somebody's duties, read once. */
interface Known {
	readonly today: string;
	readonly asked: ReadonlyMap<string, AssignmentRow>;
	readonly places: ReadonlyMap<string, Place>;
	readonly askers: ReadonlyMap<string, Asker>;
	readonly finished: readonly Finished[];
	readonly done: ReadonlyMap<string, number>;
}

/** What the actor has been given to do: open things by their due day, late ones first, then what is over, the latest first. */
export async function readOwnDuties(house: AssignHouse, actor: Actor): Promise<OwnDuties> {
	const { learnerId, lang } = actor;
	if (learnerId === null) throw noLearner();
	const reader = house.store.read;
	const all = await listDutiesOf(reader, learnerId);
	const assigned = await listAssignmentsByIds(reader, [...new Set(all.map(({ assignmentId }) => assignmentId))]);
	const asked = new Map(assigned.map((row) => [row.id, row]));
	const duties = all.filter((duty) => duty.state !== 'open' || asked.get(duty.assignmentId)?.state !== 'withdrawn');
	const places = await listPlacesByIds(reader, [...new Set(assigned.map(({ placeId }) => placeId))]);
	const subjects = [...new Set(duties.map(({ subject }) => subject))];
	const done = new Map<string, number>();
	for (const courseId of subjects) {
		const lessons = (await listDone(house, reader, { learnerIds: [learnerId], courseId })).get(learnerId);
		done.set(courseId, lessons?.size ?? 0);
	}
	const known: Known = {
		today: dayInVietNam(house.clock.now()),
		asked,
		places: new Map(places.map((place) => [place.id, place])),
		askers: await listAskers(reader, assigned),
		finished: await listFinishedOf(reader, { learnerIds: [learnerId], subjects }),
		done
	};
	const begun = duties.filter(({ startsOn, state }) => startsOn <= known.today || state !== 'open');
	return { duties: inOrder(begun).flatMap((duty) => tell(house, known, { duty, lang })) };
}

/** How many things the actor still has to do, and how many of them are late: for pages that only lead there. */
export async function readOwnStanding({ store, clock }: AssignHouse, actor: Actor): Promise<OwnStanding> {
	const { learnerId, lang } = actor;
	if (learnerId === null) throw noLearner();
	const today = dayInVietNam(clock.now());
	const begun = await listBegun(store.read, learnerId, today);
	const late = begun.filter(({ dueOn, graceDays }) => addDays(dueOn, graceDays) < today).length;
	return { open: begun.length, late, headline: say(lang, 'duties.mine-headline', { open: begun.length, late }) };
}

function inOrder(duties: readonly DutyRow[]): DutyRow[] {
	const open = duties.filter(({ state }) => state === 'open');
	const over = duties.filter(({ state }) => state !== 'open');
	return [...open, ...over.sort((a, b) => (b.settledAt?.getTime() ?? 0) - (a.settledAt?.getTime() ?? 0))];
}

function tell(house: AssignHouse, known: Known, { duty, lang }: { duty: DutyRow; lang: 'vi' | 'en' }): OwnDuty[] {
	const asked = known.asked.get(duty.assignmentId);
	if (!asked) return [];
	const { title, reason: why, document, graceDays } = asked;
	const { startsOn, dueOn, dueWas, required, round } = duty;
	return [
		{
			...toldDuty(house, duty, { lang, finished: known.finished }),
			...{ assignment: title, why, document, required, startsOn, dueWas, round },
			by: known.places.get(asked.placeId)?.name ?? '',
			asker: known.askers.get(asked.id) ?? null,
			daysLeft: daysBetween(known.today, dueOn),
			late: duty.state === 'open' && addDays(dueOn, graceDays) < known.today,
			...waysOf(house, known, { duty, asked, lang }),
			lessonsLeft: duty.state === 'open' && !asked.testAlone && hasPassed(known, { duty, asked })
		}
	];
}

/** Where it is done, how long it takes and how far she is. */
function waysOf(
	{ catalog }: AssignHouse,
	{ done }: Known,
	{ duty, asked, lang }: { duty: DutyRow; asked: AssignmentRow; lang: 'vi' | 'en' }
): Pick<OwnDuty, 'pieces' | 'lessons' | 'href' | 'testHref'> {
	const { subject } = duty;
	const test = subject.startsWith('test:') ? catalog.testView(subject.slice(5), lang) : null;
	if (test) {
		const pieces = test.minutes === null ? null : inPieces(test.minutes);
		return { pieces, lessons: null, href: `/danh-gia/${test.id}`, testHref: null };
	}
	const course = catalog.course(subject, lang);
	if (!course) return { pieces: null, lessons: null, href: null, testHref: null };
	const total = countingLessons(catalog, subject).length;
	return {
		pieces: inPieces(course.minutes),
		lessons: { done: done.get(subject) ?? 0, total },
		href: `/khoa-hoc/${subject}`,
		testHref: asked.testAlone ? `/khoa-hoc/${subject}/kiem-tra` : null
	};
}

/** Whether the test is behind her: then only lessons are missing. */
function hasPassed({ finished, today }: Known, { duty, asked }: { duty: DutyRow; asked: AssignmentRow }): boolean {
	return finished.some(
		(each) =>
			each.courseId === duty.subject &&
			(duty.round === 1 || each.finishedAt >= duty.givenAt) &&
			isEnough(asked, each, today)
	);
}

const inPieces = (minutes: number) => Math.max(1, Math.ceil(minutes / 10));
