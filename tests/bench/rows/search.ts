import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fold } from '../../../src/platform/text.ts';
import { writeLargeContent } from '../../support/large-content.ts';
import { callHeaders, rawRequest } from '../http-head.ts';
import { spread } from '../load.ts';
import { NotThere, type Bench, type Row } from '../row.ts';
import { startServer, type RunningServer } from '../server.ts';

const size = { lessons: 2_000, questions: 20_000 };
/** Two readers, each asking for one thing after another. */
const readers = 2;
const queries = 400;

let running: { server: RunningServer; requests: string[]; stop(): Promise<void> } | null = null;

/** Search over 2,000 lessons, for words they really hold: one to four, common and rare, with and without accents. */
export const searchRow: Row = {
	id: 'search',
	title: 'search over 2,000 lessons',
	figures: [{ name: 'p95', unit: 'ms', better: 'less', digits: 1, limit: { sqlite: 10, postgres: 25 } }],
	times: 3,
	async prepare(bench) {
		const answer = await fetch(`${bench.server.origin}/api/search?q=m%C3%A3`);
		if (answer.status === 404) throw new NotThere('there is no /api/search');
		running = await startOnLargeCatalogue(bench);
		await load(bench, 1_000);
	},
	async measure(bench) {
		const { ms, requests } = await load(bench, 5_000);
		return { figures: { p95: ms.p95 }, beside: { 'p50 ms': ms.p50, 'p99 ms': ms.p99, requests } };
	},
	server: () => running?.server,
	async verify() {
		await running?.stop();
	}
};

async function load(bench: Bench, ms: number) {
	if (!running) throw new Error('the server with the large catalogue is not running');
	const lists = spread(running.requests, readers);
	return bench.load.run({ port: running.server.port, lists, expect: 200, warmupMs: 200, ms });
}

async function startOnLargeCatalogue({ postgres, options }: Bench) {
	const contentDir = mkdtempSync(join(tmpdir(), 'bdhvs-bench-content-'));
	writeLargeContent(contentDir, size);
	const databaseUrl = postgres ? await postgres.addDatabase('search') : null;
	const server = await startServer({ contentDir, databaseUrl, ...(options.profile && { profiled: contentDir }) });
	const requests = someQueries(contentDir).map((query) =>
		rawRequest({
			path: `/api/search?q=${encodeURIComponent(query)}`,
			host: new URL(server.origin).host,
			headers: { ...callHeaders, 'accept-language': 'vi' }
		})
	);
	return {
		server,
		requests,
		async stop() {
			await server.stop();
			rmSync(contentDir, { recursive: true, force: true });
		}
	};
}

/** Runs of words out of the lessons' own texts; every third begins at a rare word, every second has no accents. */
function someQueries(contentDir: string): string[] {
	const texts = lessonTexts(contentDir);
	const counts = new Map<string, number>();
	for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	const occurrences = (word: string) => counts.get(word) ?? 0;
	return Array.from({ length: queries }, (_, i) => {
		const words = texts[(i * 7_919) % texts.length] ?? [];
		const rarest = words.reduce(
			(best, word, at) => (occurrences(word) < occurrences(words[best] ?? '') ? at : best),
			0
		);
		const from = i % 3 === 0 ? rarest : (i * 31) % words.length;
		const query = words.slice(from, from + 1 + (i % 4)).join(' ');
		return i % 2 === 0 ? query : fold(query);
	});
}

/** The words of every lesson in Vietnamese. */
function lessonTexts(contentDir: string): string[][] {
	return readdirSync(contentDir, { recursive: true })
		.map(String)
		.filter((file) => /lessons\/[^/]+(?<!\.en)\.md$/.test(file))
		.sort()
		.map((file) => {
			const text = readFileSync(join(contentDir, file), 'utf8').replace(/^---[\s\S]*?---/, '');
			return text.replace(/\{[^}]*\}|:::[\w-]*/g, ' ').match(/\p{L}{2,}/gu) ?? [];
		});
}
