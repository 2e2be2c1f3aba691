import { DrizzleQueryError } from 'drizzle-orm';
import pg from 'pg';
import { databaseCode } from './dialect.ts';

/** The database could not be reached, or the connection was lost; what was asked of it lies in `cause`. */
export class DatabaseUnreachable extends Error {}

/** The database was busy for longer than anybody should wait. */
export class DatabaseBusy extends Error {}

export type Trouble = 'busy' | 'unavailable';

/** Another holds the lock, too many conflicts, or a statement that took too long. */
const busy = /^(SQLITE_(BUSY|LOCKED)\w*|40001|40P01|55P03|57014|25P03|53300)$/;
/** The disk is full, the file is gone or broken, the server is stopping, starting or not there. */
const unavailable =
	/^(SQLITE_(FULL|IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB|PROTOCOL)\w*|08\w{3}|53\w{3}|57P0\w|58\w{3}|XX00[12]|25006)$/;
/** What a connection that breaks is told by, of Node and of `pg`, which has no codes for it. */
const lost = /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN|ENOTFOUND|EAI_AGAIN)$/;
const lostSentences = /Connection terminated|timeout|not queryable|Client was closed|Cannot use a pool/i;

/**
 * What keeps a request that is all right from being served just now, or null where the error is something else: the
 * same request may be sent again later.
 */
export function troubleOf(error: unknown): Trouble | null {
	if (error instanceof DatabaseBusy) return 'busy';
	if (error instanceof DatabaseUnreachable) return 'unavailable';
	const code = databaseCode(error) ?? '';
	if (busy.test(code)) return 'busy';
	if (unavailable.test(code)) return 'unavailable';
	return isLostConnection(error) ? 'unavailable' : null;
}

/** True where the connection broke or none could be made; only of errors that come from the database. */
export function isLostConnection(error: unknown): boolean {
	if (error instanceof DatabaseUnreachable) return true;
	if (error instanceof pg.DatabaseError) return /^(08\w{3}|57P0[1-3])$/.test(error.code ?? '');
	if (!(error instanceof DrizzleQueryError) || !error.cause) return false;
	return error.cause instanceof pg.DatabaseError ? isLostConnection(error.cause) : isBrokenConnection(error.cause);
}

/** True of what `pg` throws where a connection can't be made, or breaks while it is used. */
export function isBrokenConnection(error: Error & { code?: unknown }): boolean {
	return lost.test(String(error.code ?? '')) || lostSentences.test(error.message);
}
