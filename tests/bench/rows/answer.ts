import { fillIn, type FieldToFill } from '../../support/fill-in.ts';
import { callHeaders, rawRequest } from '../http-head.ts';
import { inTurn, type Person } from '../people.ts';
import { againstBare, connections, runWarm } from '../rate.ts';
import { ratio, type Bench, type Reading, type Row } from '../row.ts';

/** So many people have an attempt open; every connection answers for its own share of them. */
const learners = 128;

type Filled = Record<string, string[]>;

interface AttemptView {
	id: string;
	questions: { id: string; fields: FieldToFill[]; response: Filled | null }[];
}

/** One answer to be sent. */
interface Sent {
	person: Person;
	attempt: AttemptView;
	questionId: string;
	response: Filled;
}

/** What was acknowledged last, by attempt and question. */
const acknowledged = new Map<string, Sent>();

/** A quiz answer submitted, graded and kept. */
export const answerRow: Row = {
	id: 'answer',
	title: 'answer submitted, graded, kept',
	figures: [
		ratio({ sqlite: 0.1, postgres: 0.03 }),
		{ name: 'p99 at 64', unit: 'ms', better: 'less', digits: 1, limit: { sqlite: 50, postgres: 100 } }
	],
	times: 'every-round',
	async prepare(bench) {
		const lists = await answers(bench);
		await runWarm(bench, { lists: raw(bench, lists), expect: 200 });
		acknowledged.clear();
	},
	async measure(bench) {
		const lists = await answers(bench);
		const { outcome, ...reading } = await againstBare(bench, { lists: raw(bench, lists), expect: 200 });
		lists.forEach((list, i) => note(list, outcome.done[i] ?? 0));
		return { ...reading, beside: { ...reading.beside, acknowledged: sum(outcome.done) } } satisfies Reading;
	},
	verify: checkKept
};

/**
 * For every connection its people's answers: each question of each, then all of them again with the next option, so
 * that every answer changes what is kept.
 */
async function answers({ people, course }: Bench): Promise<Sent[][]> {
	const known = await people.signedIn(learners);
	const attempts: AttemptView[] = [];
	await inTurn(known.length, 4, async (i) => {
		const attempt = await known[i]?.browser.call<AttemptView>(`/courses/${course.id}/attempts`, {});
		if (attempt) attempts[i] = attempt;
	});
	return Array.from({ length: connections }, (_, connection) => {
		const own = known.flatMap((person, i) => {
			const attempt = attempts[i];
			return i % connections === connection && attempt ? [{ person, attempt }] : [];
		});
		return [0, 1, 2].flatMap((turn) => own.flatMap((each) => turnOf(each, turn)));
	});
}

function turnOf({ person, attempt }: Pick<Sent, 'person' | 'attempt'>, turn: number): Sent[] {
	return attempt.questions.map(({ id, fields, response: kept }) => {
		const ways = [0, 1, 2].map((way) => fillIn(fields, way));
		// Begins with another answer than the one that is kept now.
		const from = ways.findIndex((way) => isSame(way, kept)) + 1;
		return { person, attempt, questionId: id, response: ways[(from + turn) % ways.length] ?? {} };
	});
}

const isSame = (one: Filled, other: Filled | null | undefined) =>
	Object.entries(one).every(([name, values]) => values.join() === other?.[name]?.join());

function raw({ server, course }: Bench, lists: readonly Sent[][]): string[][] {
	const host = new URL(server.origin).host;
	return lists.map((list) =>
		list.map(({ person, attempt, questionId, response }) =>
			rawRequest({
				method: 'PUT',
				path: `/api/attempts/${attempt.id}/answers/${questionId}`,
				host,
				headers: {
					...callHeaders,
					'accept-language': 'vi',
					origin: server.origin,
					referer: `${server.origin}/khoa-hoc/${course.id}/kiem-tra`,
					'content-type': 'application/json'
				},
				cookie: person.browser.cookie,
				body: JSON.stringify({ response })
			})
		)
	);
}

/** Keeps in mind what the server said it has kept, once through the list at most: later rounds overwrite earlier ones. */
function note(list: readonly Sent[], done: number): void {
	for (let i = Math.max(0, done - list.length); i < done; i++) {
		const sent = list[i % list.length];
		if (sent) acknowledged.set(`${sent.attempt.id} ${sent.questionId}`, sent);
	}
}

/** Reads every attempt back: each acknowledged answer has to be the one that is kept. */
async function checkKept(): Promise<void> {
	const byAttempt = new Map<string, Sent[]>();
	for (const sent of acknowledged.values())
		byAttempt.set(sent.attempt.id, [...(byAttempt.get(sent.attempt.id) ?? []), sent]);
	let lost = 0;
	for (const [id, sent] of byAttempt) {
		const kept = await sent[0]?.person.browser.call<AttemptView>(`/attempts/${id}`);
		const answersKept = new Map(kept?.questions.map((question) => [question.id, question.response]));
		lost += sent.filter(({ questionId, response }) => !isSame(response, answersKept.get(questionId))).length;
	}
	if (lost > 0 || acknowledged.size === 0)
		throw new Error(`${lost} of ${acknowledged.size} acknowledged answers are not in the database`);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
