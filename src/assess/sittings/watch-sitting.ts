import type { Actor } from '../../platform/actor.ts';
import { writtenShortCode } from '../../platform/short-code.ts';
import type { AssessHouse } from '../assess-house.ts';
import { listAnswersOf } from '../items/queries.ts';
import type { Answer, Attempt } from '../queries.ts';
import { isTimeOver, minutesLeft } from '../tests/clock.ts';
import { settle } from '../tests/settle.ts';
import { namesOf, type NamesOf } from './names.ts';
import { listSat, listSittingRows } from './queries.ts';
import type { SittingList, SittingView } from './schemas.ts';
import { getSitting } from './steer.ts';
import { aboutSittings } from './views.ts';

type Sitter = SittingView['people'][number];

/** The latest sittings within the actor's places, each with how many came. */
export async function readSittings(house: AssessHouse, actor: Actor): Promise<SittingList> {
	const { read } = house.store;
	const rows = await listSittingRows(read, actor);
	const sat = await listSat(
		read,
		rows.map(({ id }) => id)
	);
	const came = (sittingId: string) =>
		new Set(sat.filter((each) => each.sittingId === sittingId).map(({ learnerId }) => learnerId)).size;
	const about = await aboutSittings(house, rows, actor.lang);
	return { sittings: about.map((each) => ({ ...each, people: came(each.id) })) };
}

/** A sitting and where everybody is in it; what is over by the clock is ended first. */
export async function watchSitting(
	house: AssessHouse,
	actor: Actor,
	{ id, nameHelped }: { id: string; nameHelped: NamesOf }
): Promise<SittingView> {
	const { read } = house.store;
	const row = await getSitting(read, actor, id);
	const now = house.clock.now();
	for (const each of await listSat(read, [id]))
		if (each.finishedAt === null && isTimeOver(each, now)) await settle(house, each.id);
	const attempts = await listSat(read, [id]);
	const learnerIds = [...new Set(attempts.map(({ learnerId }) => learnerId))];
	const names = await namesOf(read, nameHelped, learnerIds);
	const given = attempts.length === 0 ? [] : await listAnswersOf(read, attempts.map(idOf));
	const levels = house.catalog.testView(row.testId, actor.lang)?.levels ?? [];
	const [about] = await aboutSittings(house, [row], actor.lang);
	if (!about) throw new Error('a sitting is about something');
	const people = attempts.map((attempt, at): Sitter => {
		const answers = given.filter(({ attemptId }) => attemptId === attempt.id);
		return {
			...{ attemptId: attempt.id, number: at + 1, mine: attempt.learnerId === actor.learnerId },
			name: names.get(attempt.learnerId) ?? attempt.sitterName,
			...{ assurance: attempt.assurance ?? 'supervised', helped: attempt.helped ?? false },
			...progressOf(attempt, answers),
			minutesLeft: attempt.finishedAt ? null : minutesLeft(attempt, now),
			...outcomeOf(attempt, levels)
		};
	});
	const code = writtenShortCode(row.code);
	return { ...about, code, retakeAllowed: row.retakeAllowed, levels: levels.length > 0, people };
}

const idOf = ({ id }: Attempt) => id;

function progressOf({ questions, total, startedAt, finishedAt }: Attempt, answers: readonly Answer[]) {
	const done = new Set(answers.map(({ questionId }) => questionId));
	const waiting = questions.findIndex(({ questionId }) => !done.has(questionId));
	const last = Math.max(startedAt.getTime(), ...answers.map(({ answeredAt }) => answeredAt.getTime()));
	return {
		question: finishedAt || waiting < 0 ? null : waiting + 1,
		answered: answers.length,
		total,
		lastSeenAt: new Date(last).toISOString()
	};
}

function outcomeOf(
	attempt: Attempt,
	levels: readonly { name: string }[]
): Pick<Sitter, 'state' | 'level' | 'voidReason'> {
	const { voidReason, finishedAt, pausedAt, level } = attempt;
	if (voidReason !== null) return { state: 'void', level: null, voidReason };
	if (finishedAt === null) return { state: pausedAt ? 'paused' : 'working', level: null, voidReason };
	return { state: 'finished', level: levels[(level ?? 0) - 1]?.name ?? null, voidReason };
}
