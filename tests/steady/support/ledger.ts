import Database from 'better-sqlite3';
import { join } from 'node:path';
import pg from 'pg';
import { expect } from 'vitest';
import { hashToken } from '../../../src/platform/ids.ts';
import { rightOption, type SocketPhone } from './a-phone.ts';
import { pause, type Settings } from './a-server.ts';

type Row = Record<string, unknown>;
export type Rows = (sql: string) => Promise<Row[]>;

/** Reads the database past the server. */
export function rowsOf({ env }: Settings): Rows {
	if (env.DATABASE_URL)
		return async (sql) => {
			const client = new pg.Client(env.DATABASE_URL);
			await client.connect();
			try {
				return (await client.query(sql)).rows as Row[];
			} finally {
				await client.end();
			}
		};
	return async (sql) => {
		const database = new Database(join(env.DATA_DIR ?? '', 'hoc.sqlite'));
		try {
			return database.prepare(sql).all() as Row[];
		} finally {
			database.close();
		}
	};
}

/** What the server has acknowledged to its learners. */
export class Ledger {
	readonly checks = new Set<string>();
	readonly answers = new Set<string>();
	readonly finished = new Set<string>();
	readonly records = new Set<string>();
	#acknowledged = 0;
	#waiting: { from: number; told(): void } | null = null;

	/** Resolves when so many more answers have come. */
	afterAcknowledging(more: number): Promise<void> {
		return new Promise((resolve) => (this.#waiting = { from: this.#acknowledged + more, told: resolve }));
	}

	keep(set: Set<string>, ...words: unknown[]): void {
		set.add(words.join(' '));
		this.#acknowledged++;
		if (this.#waiting && this.#acknowledged >= this.#waiting.from) this.#waiting.told();
	}
}

/** Everything acknowledged is there, nothing is there twice, and each fact has its reactions. */
export async function compare(rows: Rows, ledger: Ledger): Promise<void> {
	const have = async (sql: string) => (await rows(sql)).map((row) => Object.values(row).join(' '));
	const missing = (acknowledged: Set<string>, found: string[]) => {
		const there = new Set(found);
		return [...acknowledged].filter((each) => !there.has(each));
	};
	const checks = await have(
		'select d.token_hash, c.question_id, c.option_id from check_answers c join devices d on d.learner_id = c.learner_id'
	);
	expect(missing(ledger.checks, checks)).toEqual([]);
	expect(missing(ledger.answers, await have('select attempt_id, question_id, option_id from answers'))).toEqual([]);
	const passed = await have('select id from attempts where finished_at is not null and passed');
	expect(missing(ledger.finished, passed)).toEqual([]);
	const records = await have('select attempt_id, code from completion_records');
	expect(missing(ledger.records, records)).toEqual([]);
	const recorded = records.map((each) => each.split(' ')[0]);
	expect(new Set(recorded).size).toBe(records.length);

	expect(await factsAbout(rows, 'assess.passed')).toEqual(passed.sort());
	expect(await factsAbout(rows, 'certify.issued')).toEqual(recorded.sort());
	const reacted = await have(
		"select f.id from facts f join reactions r on r.fact_id = f.id and r.name = 'certify.offer-record'"
	);
	expect(reacted.sort()).toEqual(await have("select id from facts where name = 'assess.passed' order by id"));
}

/** Once all is quiet: one offer for each attempt that was passed, and every reaction is done. */
export async function compareWhenQuiet(rows: Rows, ledger: Ledger): Promise<void> {
	await compare(rows, ledger);
	const offers = await rows('select attempt_id as id from record_offers');
	const passed = await rows('select id from attempts where finished_at is not null and passed');
	expect(offers.map(({ id }) => id).sort()).toEqual(passed.map(({ id }) => id).sort());
	expect(await rows("select fact_id from reactions where status <> 'done'")).toEqual([]);
}

/** The attempts that facts of a name are about, in order, with whatever stands there twice. */
async function factsAbout(rows: Rows, name: string): Promise<unknown[]> {
	const found = await rows(`select payload from facts where name = '${name}'`);
	return found
		.map(({ payload }) => (typeof payload === 'string' ? (JSON.parse(payload) as Row) : (payload as Row)).attemptId)
		.sort();
}

/** Somebody learns: check questions, a quiz, a record. Whatever gets no answer is sent again, as the site's script does. */
export async function learnOnce(phone: SocketPhone, ledger: Ledger, over: () => boolean): Promise<void> {
	const send = async (method: string, path: string, body?: unknown) => {
		for (;;) {
			if (over()) throw new Over();
			const answer = await phone.call(method, path, body).catch(() => null);
			if (answer && answer.status < 500) return answer;
			await pause(10);
		}
	};
	for (const questionId of ['giu-ma-1', 'giu-ma-2']) {
		const { status } = await send('POST', '/courses/thu/lessons/giu-ma/answers', { questionId, optionId: 'b' });
		expect(status).toBe(200);
		ledger.keep(ledger.checks, hashToken(deviceOf(phone)), questionId, 'b');
	}
	const { body: attempt } = await send('POST', '/courses/thu/attempts');
	for (const { id } of attempt.questions) {
		const optionId = rightOption(id);
		const { status } = await send('PUT', `/attempts/${attempt.id}/answers/${id}`, { optionId });
		expect(status).toBe(200);
		ledger.keep(ledger.answers, attempt.id, id, optionId);
	}
	const { body: result } = await send('POST', `/attempts/${attempt.id}/finish`);
	expect(result.passed).toBe(true);
	ledger.keep(ledger.finished, attempt.id);
	const issued = await send('POST', '/records', { attemptId: attempt.id, name: 'Nguyễn Thị Lan' });
	expect(issued.status).toBeLessThan(300);
	ledger.keep(ledger.records, attempt.id, issued.body.code);
}

/** Thrown where the learning was interrupted for good. */
export class Over extends Error {}

/** The device as the database knows it: the first part of its cookie. */
function deviceOf(phone: SocketPhone): string {
	return (phone.cookies.get('may') ?? '').split('.')[0] ?? '';
}
