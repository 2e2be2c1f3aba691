import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { machine } from './machine.ts';
import { readOptions, type Options } from './options.ts';
import { profileRow } from './profile.ts';
import { NotThere, type Bench, type Row } from './row.ts';
import { rows } from './rows.ts';
import { openBench } from './set-up.ts';
import { besides, linesOf, table, type Measured } from './table.ts';

/**
 * `npm run bench`: what the built server does with this machine, in ratios to a bare `node:http` server, so that a
 * faster or busier machine changes the numbers little. How it is measured is printed above the table.
 */
async function main(): Promise<number> {
	const options = readOptions(
		process.argv.slice(2),
		rows.map(({ id }) => id)
	);
	const chosen = rows.filter(({ id }) => options.rows === null || options.rows.includes(id));
	const about = machine();
	const { bench, close } = await openBench(options);
	try {
		if (options.profile) return await profileRow(bench, chosen);
		say(heading(bench, about));
		const measured = await measureAll(bench, chosen);
		const logged = await close();
		const lines = measured.flatMap((each) => linesOf(each, bench.database));
		say(`\n${table(measured, bench.database)}\n\n${besides(measured)}\n\nlines logged by the server: ${logged}\n`);
		if (options.json) write(options.json, { bench, about, lines, measured });
		return options.check && lines.some(({ verdict }) => verdict === 'missed' || verdict === 'failed') ? 1 : 0;
	} finally {
		await close();
	}
}

function heading(
	{ options, database }: Bench,
	{ processor, cores, versions, git, loadBefore }: ReturnType<typeof machine>
) {
	return `
${database === 'sqlite' ? 'SQLite (WAL, synchronous=FULL)' : 'PostgreSQL (fsync on, on this machine too)'}, ${
		options.large ? '3,000 generated lessons, 30,000 questions' : 'the shipped lessons'
	}, Node ${versions.node}, ${cores} × ${processor}, load ${loadBefore.toFixed(1)}
commit ${git.commit.slice(0, 10)}${git.changed.length > 0 ? `, ${git.changed.length} files changed since` : ''}

How: build/server/main.js as \`npm start\` runs it, a process of its own, LOG_LEVEL=info into a pipe that \`wc\` empties,
security headers on, an empty data folder. The load comes from one further process on the same ${cores} cores (64 keep-alive
connections, no pipelining, a request built once and sent as bytes, answers read to their end). A ratio is our answers per
second over those of a bare \`node:http\` server saying "hello" (a process of its own, no logs), which gets the very same
headers from the same load right before and after. ${options.rounds} rounds, all rows in each, medians. A row with any other
status than the expected one fails. Processor time is user + system of the server process with all its threads.
`;
}

/** All rows in every round, so that what else the machine does hits all alike; then those that are measured once. */
async function measureAll(bench: Bench, chosen: readonly Row[]): Promise<Measured[]> {
	const all: Measured[] = chosen.map((row) => ({ row, readings: [], problem: null }));
	const inRounds = all.filter(({ row }) => row.times === 'every-round');
	for (const each of inRounds) await attempt(each, 'making ready', () => each.row.prepare?.(bench));
	for (let round = 1; round <= bench.options.rounds; round++)
		for (const each of inRounds) await measureOnce(each, bench, `round ${round}`);
	for (const each of all) {
		if (each.row.times !== 'every-round') {
			await attempt(each, 'making ready', () => each.row.prepare?.(bench));
			for (let time = 1; time <= each.row.times; time++) await measureOnce(each, bench, `time ${time}`);
		}
		await attempt(each, 'looking after', () => each.row.verify?.(bench), true);
	}
	return all;
}

const measureOnce = (each: Measured, bench: Bench, told: string) =>
	attempt(each, told, async () => {
		each.readings.push(await each.row.measure(bench));
	});

/** A row that fails is told in the table; the others go on. */
async function attempt(
	each: Measured,
	told: string,
	work: () => Promise<void> | undefined,
	always = false
): Promise<void> {
	if (each.problem && !always) return;
	process.stderr.write(`${told}: ${each.row.title}\n`);
	try {
		await work();
	} catch (error) {
		each.problem ??= error instanceof Error ? error : new Error(String(error));
		if (!(error instanceof NotThere)) process.stderr.write(`\n${each.row.id}: ${String((error as Error).stack)}\n`);
	}
}

interface Written {
	bench: Bench;
	about: ReturnType<typeof machine>;
	lines: unknown[];
	measured: readonly Measured[];
}

function write(file: string, { bench, about, lines, measured }: Written): void {
	const { database, options } = bench satisfies { options: Options };
	const readings = Object.fromEntries(measured.map((each) => [each.row.id, each.readings]));
	const all = { at: new Date().toISOString(), database, options, ...about, loadAfter: loadavg()[0], lines, readings };
	writeFileSync(file, `${JSON.stringify(all, null, '\t')}\n`);
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		process.stderr.write(`${error instanceof Error ? String(error.stack) : String(error)}\n`);
		process.exit(2);
	}
);
