import { defineConfig } from 'vitest/config';

const rooms = ['tests/rooms/**/*.test.ts', 'tests/api/**/*.test.ts', 'tests/attack/**/*.test.ts'];
const root = new URL('..', import.meta.url).pathname;
const shared = {
	pool: 'forks' as const,
	testTimeout: 60_000,
	hookTimeout: 60_000,
	setupFiles: 'tests/support/question-types.ts'
};
// Days and deadlines are Viet Nam's wherever the server stands: the tests run far away from it.
const env = { TZ: 'America/Los_Angeles', LOG_LEVEL: 'silent' };

export default defineConfig({
	root,
	test: {
		maxWorkers: 2,
		projects: [
			{ root, test: { ...shared, name: 'rules', include: ['src/**/*.test.ts', 'tests/house/**/*.test.ts'], env } },
			{
				root,
				test: {
					...shared,
					name: 'sqlite',
					include: rooms,
					env,
					globalSetup: 'tests/support/sqlite-template.ts'
				}
			},
			{
				root,
				test: {
					...shared,
					name: 'postgres',
					include: rooms,
					// Tables are declared for one database when the process starts; the address itself comes from the template.
					env: { ...env, DATABASE_URL: 'postgres://chosen-by-the-template' },
					globalSetup: 'tests/support/postgres-template.ts'
				}
			},
			{
				root,
				test: {
					...shared,
					name: 'steady',
					include: ['tests/steady/**/*.test.ts'],
					testTimeout: 120_000,
					// Processes that are killed, and clocks that are not ours: once more on a machine that stumbled, and it is told.
					retry: 1,
					env,
					globalSetup: 'tests/steady/support/build.ts'
				}
			}
		]
	}
});
