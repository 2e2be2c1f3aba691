import type { Database, Statement } from 'better-sqlite3';

/**
 * Reads of one turn of the event loop share one look at the database: taking and giving back the lock for each read
 * would cost ten times the read. The look ends with the turn, and at once when something has been committed here.
 */
export class ReadingTurn {
	readonly #reader: Database;
	readonly #begin: Statement;
	readonly #end: Statement;
	readonly #over = () => this.end();
	#looking = false;

	constructor(reader: Database) {
		this.#reader = reader;
		this.#begin = reader.prepare('begin');
		this.#end = reader.prepare('commit');
	}

	/** The same statement, read within the turn. */
	within(statement: Statement): Statement {
		for (const way of ['all', 'get'] as const) {
			const read = statement[way].bind(statement);
			statement[way] = (...values: unknown[]) => {
				this.#look();
				return read(...values) as never; // as typed by the caller, who gets what the statement gives
			};
		}
		return statement;
	}

	/** The next read looks anew. */
	end(): void {
		if (!this.#looking) return;
		this.#looking = false;
		// A disk that fails ends the look by itself.
		if (this.#reader.inTransaction) this.#end.run();
	}

	#look(): void {
		if (this.#looking) return;
		this.#begin.run();
		this.#looking = true;
		setImmediate(this.#over);
	}
}
