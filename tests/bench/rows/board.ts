import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillWithAsked, officersToken } from '../asked-people.ts';
import { Browser } from '../browser.ts';
import { both, NotThere, percentile, type Bench, type Row } from '../row.ts';
import { startServer, type RunningServer } from '../server.ts';

const size = { people: 5_000, modules: 20 };
const pages = 40;

let running: { server: RunningServer; officer: Browser; stop(): Promise<void> } | null = null;

/** Pages of fifty people each, one after the other as an officer turns them, each with every module. */
export const boardRow: Row = {
	id: 'board',
	title: 'a page of 50 of 5,000 people × 20 modules',
	figures: [{ name: 'p95', unit: 'ms', better: 'less', digits: 0, limit: both(200) }],
	times: 3,
	async prepare(bench) {
		const answer = await fetch(`${bench.server.origin}/api/duty-board`);
		if (answer.status === 404) throw new NotThere('there is no /api/duty-board');
		running = await openBoard(bench);
		await turnPages(running.officer);
	},
	async measure() {
		if (!running) throw new Error('the server with the board is not running');
		const ms = await turnPages(running.officer);
		const startedAt = performance.now();
		await running.officer.call('/duty-board/totals');
		const totals = performance.now() - startedAt;
		return { figures: { p95: percentile(ms, 0.95) }, beside: { 'p50 ms': percentile(ms, 0.5), 'totals ms': totals } };
	},
	server: () => running?.server,
	async verify() {
		await running?.stop();
	}
};

async function openBoard({ postgres, contentDir }: Bench) {
	const dataDir = mkdtempSync(join(tmpdir(), 'bdhvs-bench-board-'));
	const databaseUrl = postgres ? await postgres.addDatabase('board') : null;
	await fillWithAsked({ dataDir, databaseUrl }, size);
	const server = await startServer({ contentDir, databaseUrl, more: { DATA_DIR: dataDir } });
	const officer = new Browser(server.origin);
	await officer.call('/try-links/use', { token: officersToken });
	return {
		server,
		officer,
		async stop() {
			await server.stop();
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}

async function turnPages(officer: Browser): Promise<number[]> {
	const ms: number[] = [];
	let next: string | null = null;
	for (let i = 0; i < pages; i++) {
		const startedAt = performance.now();
		const page: { rows: unknown[]; next: string | null } = await officer.call(
			`/duty-board${next === null ? '' : `?after=${next}`}`
		);
		ms.push(performance.now() - startedAt);
		if (page.rows.length !== 50) throw new Error(`a page has ${page.rows.length} rows`);
		next = page.next;
	}
	return ms;
}
