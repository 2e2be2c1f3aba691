import type { Bench, Row } from './row.ts';
import { summary } from './profile-summary.ts';

/** Measures a row once while the server's processor profile is taken, and tells where the time went. */
export async function profileRow(bench: Bench, [row]: readonly Row[]): Promise<number> {
	if (!row) throw new Error('no row to profile');
	await row.prepare?.(bench);
	const server = row.server?.() ?? bench.server;
	const profile = await server.recordProfile(async () => {
		await row.measure(bench);
	});
	await row.verify?.(bench);
	process.stdout.write(`\n${row.title}, ${bench.database}\n${summary(profile)}\n`);
	return 0;
}
