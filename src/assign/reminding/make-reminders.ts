import { lte, and, eq, type SQL } from 'drizzle-orm';
import { dayInVietNam } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Schedule } from '../../platform/schedules.ts';
import type { AssignHouse } from '../assign-house.ts';
import { lastLateDay } from '../board/cells.ts';
import { assignments, duties } from '../tables.ts';
import {
	addReminders,
	countRecent,
	dueBetween,
	givenSince,
	listAddresses,
	listCandidates,
	type Candidate
} from './queries.ts';
import type { ReminderKind } from './tables.ts';

const dayMs = 86_400_000;
const batch = 200;
/** What was given longer ago is no news any more. */
const newsDays = 3;

/** Whom to remind, of what, and by which key each of them is reminded of it once. */
interface Round {
	readonly kind: ReminderKind;
	readonly condition: SQL | undefined;
	readonly key: string;
}

/** Every hour whoever has something late, due soon or newly given is reminded of it, each once and never too often. */
export function reminderRounds(house: AssignHouse): Schedule {
	return {
		name: 'reminders',
		everyMs: 3_600_000,
		async run() {
			for (const round of await roundsOf(house)) await remindAll(house, round);
		}
	};
}

async function roundsOf({ store, clock, catalog }: AssignHouse): Promise<Round[]> {
	const now = clock.now();
	const today = dayInVietNam(now);
	const soon = dayInVietNam(new Date(now.getTime() + catalog.reminderRules().soonDays * dayMs));
	const graces = await store.read.selectDistinct({ days: assignments.graceDays }).from(assignments);
	return [
		...graces.map(({ days }) => ({
			kind: 'late' as const,
			condition: and(eq(assignments.graceDays, days), lte(duties.dueOn, lastLateDay(today, days))),
			key: `late ${weekOf(now)}`
		})),
		{ kind: 'soon', condition: dueBetween(today, soon), key: `soon ${weekOf(now)}` },
		{ kind: 'given', condition: givenSince(new Date(now.getTime() - newsDays * dayMs), today), key: `given ${today}` }
	];
}

/** Weeks are counted from a Monday long ago. */
const weekOf = (now: Date) => String(Math.floor((now.getTime() + 3 * dayMs) / (7 * dayMs)));

async function remindAll(house: AssignHouse, round: Round): Promise<void> {
	let after = '';
	for (;;) {
		const { condition } = round;
		const page = await listCandidates(house.store.read, { condition, after, limit: batch });
		await remind(house, round, page);
		if (page.length < batch) return;
		after = page.at(-1)?.learnerId ?? after;
	}
}

/** Reminds those who were not reminded too often of late, and says how many. */
export async function remind(
	{ store, clock, catalog, config }: AssignHouse,
	{ kind, key }: Pick<Round, 'kind' | 'key'>,
	people: readonly Candidate[]
): Promise<number> {
	const now = clock.now();
	const ids = people.map(({ learnerId }) => learnerId);
	const { perWeek } = catalog.reminderRules();
	return store.transact(async (tx) => {
		const recent = await countRecent(tx, ids, new Date(now.getTime() - 7 * dayMs));
		const addresses = config.mail ? await listAddresses(tx, ids) : new Map<string, string>();
		const rows = people
			.filter(({ learnerId }) => (recent.get(learnerId) ?? 0) < perWeek)
			.map(({ learnerId, things }) => {
				const email = addresses.get(learnerId) ?? null;
				const mail = { email, mailState: email ? ('waiting' as const) : ('none' as const), mailTries: 0 };
				return {
					...{ id: newId(), learnerId, kind, things, onceKey: `${key} ${learnerId}`, madeAt: now, seenAt: null },
					...{ ...mail, mailDueAt: email ? now : null, mailedAt: null }
				};
			});
		return addReminders(tx, rows);
	});
}
