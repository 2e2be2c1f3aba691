import type { Catalog } from '../../catalog/index.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { addDays } from './days.ts';
import { addDuties, changeDuty, listGiven, type DutyRow } from './duty-queries.ts';
import type { Member } from './members-aimed-at.ts';
import { doneBy, fulfils, listShown } from './fulfils.ts';
import { listDeadlines, listItems, type AssignmentRow, type DeadlineRow, type ItemRow } from './queries.ts';

/** What giving one assignment takes, read once for many people. */
export interface Plan {
	readonly catalog: Catalog;
	readonly asked: AssignmentRow;
	readonly items: readonly ItemRow[];
	readonly deadlines: readonly DeadlineRow[];
}

/** Whoever comes when the due day is over has as many days from then on. */
const latecomersDays = 30;

export async function planOf(reader: Reader, { catalog }: { catalog: Catalog }, asked: AssignmentRow): Promise<Plan> {
	const [items, deadlines] = [await listItems(reader, asked.id), await listDeadlines(reader, asked.id)];
	return { catalog, asked, items, deadlines };
}

/** The due day where somebody belongs: of the nearest organisation that has one of its own. */
function dueAt({ asked, deadlines }: Plan, placePath: string): string {
	const own = deadlines
		.filter((each) => placePath.startsWith(each.placePath))
		.sort((a, b) => b.placePath.length - a.placePath.length);
	return own[0]?.dueOn ?? asked.dueOn;
}

/**
 * Gives an assignment to people; again it changes nothing. Whoever did it before has it done at once, whoever comes back
 * gets back what was taken from her, and open duties follow their due day and her organisation.
 */
export async function giveTo(tx: Writer, plan: Plan, { people, now }: { people: readonly Member[]; now: Date }) {
	if (people.length === 0) return;
	const learnerIds = people.map(({ learnerId }) => learnerId);
	const given = await listGiven(tx, plan.asked.id, learnerIds);
	const latest = new Map<string, DutyRow>();
	for (const duty of given) {
		const key = keyOf(duty);
		if ((latest.get(key)?.round ?? 0) < duty.round) latest.set(key, duty);
	}
	const fresh: DutyRow[] = [];
	for (const person of people)
		for (const { subject } of plan.items) {
			const known = latest.get(keyOf({ subject, learnerId: person.learnerId }));
			if (!known) fresh.push(newDuty(plan, { person, subject, now }));
			else await follow(tx, plan, { known, person, now });
		}
	await addDuties(tx, await settled(tx, plan, { fresh, now }));
}

const keyOf = ({ subject, learnerId }: Pick<DutyRow, 'subject' | 'learnerId'>) => `${learnerId} ${subject}`;

function newDuty(plan: Plan, { person, subject, now }: { person: Member; subject: string; now: Date }): DutyRow {
	const { asked } = plan;
	const { learnerId, placeId, placePath } = person;
	const today = dayInVietNam(now);
	const due = dueAt(plan, placePath);
	return {
		...{ id: newId(), assignmentId: asked.id, subject, learnerId, placeId, placePath, round: 1, givenAt: now },
		...{ startsOn: asked.startsOn, dueOn: due < today ? addDays(today, latecomersDays) : due, dueWas: null },
		...{ required: asked.required, state: 'open', settledAt: null, attemptId: null, percent: null },
		...{ validUntil: null, reason: null, evidence: null, settledBy: null }
	};
}

/** What was given before follows: taken back, it is open again; still open, its due day and its organisation are today's. */
async function follow(tx: Writer, plan: Plan, { known, person, now }: { known: DutyRow; person: Member; now: Date }) {
	if (known.state !== 'open' && known.state !== 'gone') return;
	const { placeId, placePath } = person;
	const dueOn = dueNow(plan, { known, placePath, today: dayInVietNam(now) });
	const today = { state: 'open', placeId, placePath, dueOn } as const;
	if (Object.entries(today).every(([name, value]) => known[name as keyof DutyRow] === value)) return;
	await changeDuty(tx, known.id, { ...today, dueWas: known.dueOn === dueOn ? known.dueWas : known.dueOn });
}

/** The due day of what was given before; later rounds have their own, and a latecomer keeps the days she was given. */
function dueNow(plan: Plan, { known, placePath, today }: { known: DutyRow; placePath: string; today: string }): string {
	const due = known.round > 1 ? known.dueOn : dueAt(plan, placePath);
	return due < today && known.dueOn >= due ? known.dueOn : due;
}

/** New duties; those that were done before are done already. */
async function settled(tx: Writer, { asked, catalog }: Plan, { fresh, now }: { fresh: DutyRow[]; now: Date }) {
	const learnerIds = [...new Set(fresh.map(({ learnerId }) => learnerId))];
	const subjects = [...new Set(fresh.map(({ subject }) => subject))];
	const today = dayInVietNam(now);
	const passed = new Map(
		(await listShown({ catalog }, tx, { learnerIds, subjects }))
			.filter((attempt) => fulfils(asked, attempt, today))
			.map((attempt) => [keyOf({ subject: attempt.courseId, learnerId: attempt.learnerId }), attempt])
	);
	return fresh.map((duty) => {
		const attempt = passed.get(keyOf(duty));
		return attempt ? { ...duty, ...doneBy(asked, attempt) } : duty;
	});
}
