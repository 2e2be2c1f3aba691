import { defineConfig } from 'drizzle-kit';

/** One set of tables, two databases: DATABASE_URL says for which one the next migration is written. */
const dialect = process.env.DATABASE_URL?.startsWith('postgres') ? 'postgres' : 'sqlite';

export default defineConfig({
	dialect: dialect === 'postgres' ? 'postgresql' : 'sqlite',
	schema: './src/*/tables.ts',
	out: `./migrations/${dialect}`,
	casing: 'snake_case'
});
