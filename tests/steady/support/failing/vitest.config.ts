import { defineConfig } from 'vitest/config';

/** A test that fails and one that passes, beside a PostgreSQL server as the others have it. */
export default defineConfig({
	root: new URL('../../../..', import.meta.url).pathname,
	test: {
		include: ['tests/steady/support/failing/*s.ts'],
		globalSetup: 'tests/support/postgres-template.ts'
	}
});
