import type { Bench, Row } from './row.ts';
import { summary } from './profile-summary.ts';

/** Measures a row once while the server's processor profile is taken, and tells where the time went. */
export async function profileRow(bench: Bench, [row]: readonly Row[]): Promise<number> {
	if (!row || row.times !== 'every-round') throw new Error('only rows that are measured in rounds can be profiled');
	await row.prepare?.(bench);
	const profile = await bench.server.recordProfile(async () => {
		await row.measure(bench);
	});
	process.stdout.write(`\n${row.title}, ${bench.database}\n${summary(profile)}\n`);
	return 0;
}
