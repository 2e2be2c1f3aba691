import type { Database } from 'better-sqlite3';

interface Waiting {
	work(): Promise<unknown>;
	resolve(result: unknown): void;
	reject(error: unknown): void;
	/** Since when it waits, by the clock of `performance`. */
	queuedAt: number;
}

/** What happens around a commit. */
interface Around {
	/** Begins a writing transaction for somebody who waits since then. */
	begin(queuedAt: number): Promise<void>;
	/** What was written can be seen from now on. */
	committed(): void;
}

/** The most transactions that share one commit: it bounds how long the first of them waits for the last. */
const mostTogether = 128;

/**
 * The one line in which all that is written to SQLite waits. Those who wait at the same moment are written one after
 * another and made durable by one commit: the disk is asked once for all of them, and nobody hears that something
 * is kept before it is. Each is still all or nothing by itself (a savepoint), as if it had been alone.
 */
export class WriteQueue {
	readonly #database: Database;
	readonly #around: Around;
	readonly #statements;
	#waiting: Waiting[] = [];
	#working: Promise<void> | undefined;

	constructor(database: Database, around: Around) {
		this.#database = database;
		this.#around = around;
		const prepared = (sql: string) => database.prepare(sql);
		this.#statements = {
			commit: prepared('commit'),
			rollback: prepared('rollback'),
			mark: prepared('savepoint one'),
			keep: prepared('release one'),
			undo: prepared('rollback to one')
		};
	}

	/** Runs `work` in its turn; what it returns or throws is told once the commit is on the disk. */
	run<T>(work: () => Promise<T>): Promise<T> {
		return new Promise<T>((resolve, reject) => {
			// The queue holds works of many types; each result goes back to the promise of its own work.
			this.#waiting.push({ work, resolve: resolve as Waiting['resolve'], reject, queuedAt: performance.now() });
			this.#working ??= this.#workOff();
		});
	}

	/** When all that waits now has been written. */
	async idle(): Promise<void> {
		await this.#working;
	}

	async #workOff(): Promise<void> {
		while (this.#waiting.length > 0) {
			// Requests that arrived in the same turn of the event loop get on as well.
			await new Promise((resolve) => setImmediate(resolve));
			await this.#commitTogether(this.#waiting.splice(0, mostTogether));
		}
		this.#working = undefined;
	}

	async #commitTogether(group: readonly Waiting[]): Promise<void> {
		const tellings: (() => void)[] = [];
		try {
			await this.#around.begin(group[0]?.queuedAt ?? 0);
			for (const each of group) tellings.push(await this.#runOne(each));
			this.#statements.commit.run();
			this.#around.committed();
		} catch (error) {
			if (this.#database.inTransaction) this.#statements.rollback.run();
			for (const each of group) each.reject(error);
			return;
		}
		for (const tell of tellings) tell();
	}

	/** Runs one work between savepoints and says what to tell once the group is committed. */
	async #runOne({ work, resolve, reject }: Waiting): Promise<() => void> {
		this.#statements.mark.run();
		try {
			const result = await work();
			this.#statements.keep.run();
			return () => resolve(result);
		} catch (error) {
			// A full disk makes SQLite give up the whole transaction: then nothing of the group is kept.
			if (!this.#database.inTransaction) throw error;
			this.#statements.undo.run();
			this.#statements.keep.run();
			return () => reject(error);
		}
	}
}
