import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the site asks for. */
export type Asked =
	| { act: 'confirm'; code: string; subject: string; text: string; signature: string; keyId: string }
	| { act: 'withdraw'; code: string; replacedBy?: string | undefined };

/** What the book says of a record. */
export interface Told {
	code: string;
	subject: string | null;
	status: 'submitted' | 'confirmed' | 'refused' | 'withdrawn';
	reason: string | null;
}

interface Row {
	code: string;
	subject: string;
	digest: string;
	decision: 'confirmed' | 'refused';
	reason: string | null;
	receivedAt: number;
	withdrawn: 0 | 1;
}

/** A request that can't be written down: under its key another one came before, or the record is written to somebody else. */
export class Contradiction extends Error {}

const schema = `
create table if not exists entries (code text primary key, subject text not null, digest text not null,
	decision text not null, reason text, receivedAt integer not null, withdrawn integer not null default 0);
create table if not exists requests (key text primary key, digest text not null, code text not null);
create table if not exists nonces (nonce text primary key, at integer not null);
create index if not exists nonces_at on nonces (at);`;

/** How the book decides about a request, and under whom it writes it. */
interface Decision {
	decision: Row['decision'];
	reason: string | null;
	subject?: string;
}

/** The register's own book, a database beside the site's and never part of it. */
export class Book {
	readonly #database: Database.Database;
	readonly #decideMs: number;
	readonly #clock: () => number;

	constructor({ folder, decideMs, clock = Date.now }: { folder: string; decideMs: number; clock?: () => number }) {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		this.#database = new Database(join(folder, 'so-ban-tap.sqlite'));
		this.#database.pragma('journal_mode = WAL');
		this.#database.pragma('synchronous = NORMAL');
		this.#database.exec(schema);
		this.#decideMs = decideMs;
		this.#clock = clock;
	}

	/** Whether this number of a request is new; it is not the next time. */
	isNew(nonce: string): boolean {
		const at = this.#clock();
		this.#run('delete from nonces where at < ?', at - 3_600_000);
		return this.#run('insert into nonces values (?, ?) on conflict do nothing', nonce, at).changes === 1;
	}

	/** Writes a request down, once however often it comes under its key, and says how the record stands. */
	put(key: string, asked: Asked, decided: Decision): Told {
		const digest = digestOf(asked);
		return this.#database.transaction(() => {
			const known = this.#get<{ digest: string }>('select digest from requests where key = ?', key);
			if (known && known.digest !== digest) throw new Contradiction('key-used-for-something-else');
			if (!known) {
				if (asked.act === 'confirm') this.#confirm(asked, decided);
				else this.#run('update entries set withdrawn = 1 where code = ?', asked.code);
				this.#run('insert into requests values (?, ?, ?)', key, digest, asked.code);
			}
			return this.find(asked.code) ?? { code: asked.code, subject: null, status: 'withdrawn' as const, reason: null };
		})();
	}

	#confirm(asked: Asked & { act: 'confirm' }, { decision, reason, subject = asked.subject }: Decision): void {
		const digest = createHash('sha256').update(asked.text).digest('base64url');
		const before = this.#get<Row>('select * from entries where code = ?', asked.code);
		if (before && !before.withdrawn && (before.subject !== asked.subject || before.digest !== digest))
			throw new Contradiction('written-to-somebody-else');
		this.#run('delete from entries where code = ?', asked.code);
		const row = [asked.code, subject, digest, decision, reason, this.#clock()];
		this.#run('insert into entries values (?, ?, ?, ?, ?, ?, 0)', ...row);
	}

	find(code: string): Told | null {
		const row = this.#get<Row>('select * from entries where code = ?', code);
		return row ? this.#told(row) : null;
	}

	/** A page of the book in the order of codes. */
	list({ after, limit }: { after: string; limit: number }): Told[] {
		const rows = this.#database.prepare('select * from entries where code > ? order by code limit ?').all(after, limit);
		return (rows as Row[]).map((row) => this.#told(row));
	}

	/** The keys of all requests that were written down, in the order in which they first came. */
	keysInOrder(): string[] {
		return (this.#database.prepare('select key from requests order by rowid').all() as { key: string }[]).map(
			({ key }) => key
		);
	}

	close(): void {
		this.#database.close();
	}

	#told({ code, subject, decision, reason, receivedAt, withdrawn }: Row): Told {
		if (withdrawn) return { code, subject, status: 'withdrawn', reason: null };
		if (this.#clock() < receivedAt + this.#decideMs) return { code, subject, status: 'submitted', reason: null };
		return { code, subject, status: decision, reason };
	}

	#get<T>(sql: string, ...values: unknown[]): T | undefined {
		return this.#database.prepare(sql).get(...values) as T | undefined; // the columns are those of the schema above
	}

	#run(sql: string, ...values: unknown[]): Database.RunResult {
		return this.#database.prepare(sql).run(...values);
	}
}

function digestOf(asked: Asked): string {
	return createHash('sha256').update(JSON.stringify(asked)).digest('base64url');
}
