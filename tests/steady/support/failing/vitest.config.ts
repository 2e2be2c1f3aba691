import { defineConfig } from 'vitest/config';

/** One test that fails, beside a PostgreSQL server as the others have it. */
export default defineConfig({
	root: new URL('../../../..', import.meta.url).pathname,
	test: {
		include: ['tests/steady/support/failing/fails.ts'],
		globalSetup: 'tests/support/postgres-template.ts'
	}
});
