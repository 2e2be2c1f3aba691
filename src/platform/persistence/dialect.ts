/** True when the database refused a row because its key exists already; the two databases say so differently. */
export function isUniqueViolation(error: unknown): boolean {
	const code = databaseCode(error);
	return code === '23505' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** True when PostgreSQL asks for the whole transaction to be run again (serialization failure, deadlock). */
export function mustRunAgain(error: unknown): boolean {
	const code = databaseCode(error);
	return code === '40001' || code === '40P01';
}

/** Drizzle wraps the driver's error in `cause`. */
function databaseCode(error: unknown): string | undefined {
	if (typeof error !== 'object' || error === null) return undefined;
	const { code, cause } = error as { code?: unknown; cause?: unknown };
	if (typeof code === 'string') return code;
	return databaseCode(cause);
}
