import { table, text } from '../platform/persistence/columns.ts';

/**
 * A version of all that a learner's progress is told from: lessons, attempts and records. Triggers make it anew, by
 * chance, in the transaction of every change (migration learner-versions), so the same version is the same progress, whichever
 * process or command wrote. A learner of whom nothing was kept since then has none. It is no table of `tables.ts`:
 * backups leave it out, and loading their rows makes it again.
 */
export const learnerVersions = table('learner_versions', {
	learnerId: text().primaryKey(),
	version: text().notNull()
});
