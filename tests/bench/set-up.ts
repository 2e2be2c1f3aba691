import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeLargeContent } from '../support/large-content.ts';
import { findCourse } from './course.ts';
import { startLoad } from './load.ts';
import type { Options } from './options.ts';
import { gatherPeople } from './people.ts';
import { rssMb } from './process-figures.ts';
import type { Bench } from './row.ts';
import { pause, root, startBareServer, startDurablePostgres, startServer } from './server.ts';

const idleMs = 3_000;
const sampleMs = 100;

/** Everything a run needs, started; `close` stops it all, once, and gives how many lines the server logged. */
export async function openBench(options: Options): Promise<{ bench: Bench; close(): Promise<number> }> {
	const closers: (() => unknown)[] = [];
	const folder = mkdtempSync(join(tmpdir(), 'bdhvs-bench-run-'));
	closers.push(() => rmSync(folder, { recursive: true, force: true }));
	const contentDir = options.large ? join(folder, 'content') : join(root, 'content');
	if (options.large) writeLargeContent(contentDir, { lessons: 3_000, questions: 30_000 });
	const postgres = options.postgres ? await startDurablePostgres() : null;
	if (postgres) closers.push(() => postgres.stop());
	const server = await startServer({
		contentDir,
		databaseUrl: postgres?.url ?? null,
		...(options.profile && { profiled: folder })
	});
	closers.push(() => server.stop());
	await pause(idleMs);
	const memory = watchMemory(server.pid);
	closers.push(() => memory.stop());
	const bare = await startBareServer();
	const load = startLoad();
	closers.push(
		() => bare.stop(),
		() => load.stop()
	);
	const course = await findCourse(server.origin);
	let logged: Promise<number> | null = null;
	const close = () => (logged ??= closeAll(closers));
	const people = gatherPeople(server.origin, course);
	const database = postgres ? 'postgres' : 'sqlite';
	return { bench: { options, database, server, bare, load, people, course, postgres, contentDir, memory }, close };
}

async function closeAll(closers: (() => unknown)[]): Promise<number> {
	let logged = 0;
	for (const close of closers.reverse()) {
		const result = await close();
		if (typeof result === 'number') logged = result;
	}
	return logged;
}

/** Looks at the server's memory ten times a second. */
function watchMemory(pid: number) {
	const idle = rssMb(pid);
	let most = idle;
	const timer = setInterval(() => {
		most = Math.max(most, rssMb(pid));
	}, sampleMs);
	return { idle, most: () => most, stop: () => clearInterval(timer) };
}
