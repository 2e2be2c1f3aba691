import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { migrationsRoot } from '../../src/platform/persistence/store.ts';

/** The kinds of thing that migrations bring: a column, a table that only grows, an index for searching kept by triggers. */
const additions = {
	sqlite: `
alter table facts add column later_note text;
--> statement-breakpoint
create table later_audit (id text primary key not null, what text not null, detail text not null, at integer not null);
--> statement-breakpoint
create trigger later_audit_stays before update on later_audit begin select raise(abort, 'append only'); end;
--> statement-breakpoint
create trigger later_audit_remains before delete on later_audit begin select raise(abort, 'append only'); end;
--> statement-breakpoint
create virtual table later_search using fts5(what);
--> statement-breakpoint
create trigger later_audit_found after insert on later_audit begin insert into later_search (what) values (new.what); end;`,
	postgres: `
alter table facts add column later_note text;
--> statement-breakpoint
create table later_audit (id text primary key not null, what text not null, detail jsonb not null,
	at timestamp (3) with time zone not null, found tsvector generated always as (to_tsvector('simple', what)) stored);
--> statement-breakpoint
create function later_refuse() returns trigger language plpgsql as $$ begin raise exception 'append only'; end $$;
--> statement-breakpoint
create trigger later_audit_stays before update or delete on later_audit for each row execute function later_refuse();
--> statement-breakpoint
create trigger later_audit_whole before truncate on later_audit for each statement execute function later_refuse();`
};

const auditTable = {
	name: 'later_audit',
	schema: '',
	columns: {
		id: { name: 'id', type: 'text', primaryKey: true, notNull: true },
		what: { name: 'what', type: 'text', primaryKey: false, notNull: true },
		detail: { name: 'detail', type: 'jsonb', primaryKey: false, notNull: true },
		at: { name: 'at', type: 'timestamp (3) with time zone', primaryKey: false, notNull: true },
		found: { name: 'found', type: 'tsvector', primaryKey: false, notNull: false, generated: { as: '', type: 'stored' } }
	},
	indexes: {},
	foreignKeys: {},
	compositePrimaryKeys: {},
	uniqueConstraints: {},
	checkConstraints: {}
};

/** The migrations that ship and one more, as the next release would bring it; a folder that goes away after the test. */
export function aLaterRelease(): { root: string; tag: string } {
	const root = mkdtempSync(join(tmpdir(), 'bdhvs-later-'));
	onTestFinished(() => rmSync(root, { recursive: true, force: true }));
	cpSync(migrationsRoot, root, { recursive: true });
	const tag = '9999_later';
	for (const dialect of ['sqlite', 'postgres'] as const) {
		const meta = join(root, dialect, 'meta');
		const journal = JSON.parse(readFileSync(join(meta, '_journal.json'), 'utf8')) as {
			entries: { tag: string; when: number }[];
		};
		const last = journal.entries.at(-1);
		const snapshot = JSON.parse(readFileSync(join(meta, `${last?.tag.slice(0, 4)}_snapshot.json`), 'utf8')) as {
			tables: Record<string, { columns: Record<string, object> }>;
		};
		const facts = snapshot.tables[dialect === 'postgres' ? 'public.facts' : 'facts'];
		if (facts) facts.columns['later_note'] = { name: 'later_note', type: 'text', primaryKey: false, notNull: false };
		snapshot.tables['public.later_audit'] = auditTable;
		journal.entries.push({ ...last, tag, when: (last?.when ?? 0) + 1000 });
		writeFileSync(join(meta, '_journal.json'), JSON.stringify(journal));
		writeFileSync(join(meta, '9999_snapshot.json'), JSON.stringify(snapshot));
		writeFileSync(join(root, dialect, `${tag}.sql`), additions[dialect]);
	}
	return { root, tag };
}
