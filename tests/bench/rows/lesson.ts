import { get as httpGet, type IncomingMessage } from 'node:http';
import { pageHeaders, rawRequest } from '../http-head.ts';
import { spread } from '../load.ts';
import type { Person } from '../people.ts';
import { againstBare, connections, runWarm } from '../rate.ts';
import { both, ratio, type Bench, type Row } from '../row.ts';

const readers = 64;

/** A lesson as a stranger's browser opens it. */
export const lessonRow: Row = lessonPage({
	id: 'lesson',
	title: 'lesson page, anonymous',
	limit: both(0.4),
	expect: 200,
	lists: async (bench) =>
		spread(
			bench.course.lessonPaths.map((path) => pageRequest(bench, path)),
			connections
		)
});

/** The same with the cookies of somebody who is signed in and has opened lessons before. */
export const lessonSignedInRow: Row = lessonPage({
	id: 'lesson-signed-in',
	title: 'lesson page, signed in',
	limit: both(0.4),
	expect: 200,
	lists: async (bench) => {
		const people = await bench.people.withLessons(readers);
		return people.map((person, i) => {
			const paths = bench.course.lessonPaths;
			return paths.map((_, step) => pageRequest(bench, paths[(i + step) % paths.length] ?? '', { person }));
		});
	}
});

/** The same for a browser that has the page already. */
export const lessonUnchangedRow: Row = lessonPage({
	id: 'lesson-304',
	title: 'lesson page, unchanged (304)',
	limit: null,
	expect: 304,
	lists: async (bench) => {
		const requests: string[] = [];
		for (const path of bench.course.lessonPaths) {
			const etag = await etagOf(bench.server.origin + path);
			requests.push(pageRequest(bench, path, { extra: { 'if-none-match': etag } }));
		}
		return spread(requests, connections);
	}
});

interface LessonPage {
	id: string;
	title: string;
	limit: Row['figures'][number]['limit'];
	expect: number;
	lists(bench: Bench): Promise<string[][]>;
}

function lessonPage({ id, title, limit, expect, lists }: LessonPage): Row {
	return {
		id,
		title,
		figures: [ratio(limit)],
		times: 'every-round',
		async prepare(bench) {
			await runWarm(bench, { lists: await lists(bench), expect });
		},
		measure: async (bench) => againstBare(bench, { lists: await lists(bench), expect })
	};
}

function pageRequest(
	{ server }: Bench,
	path: string,
	{ person, extra = {} }: { person?: Person; extra?: Record<string, string> } = {}
): string {
	return rawRequest({
		path,
		host: new URL(server.origin).host,
		headers: { ...pageHeaders, ...extra },
		...(person && { cookie: person.browser.cookie })
	});
}

async function etagOf(url: string): Promise<string> {
	const answer = await new Promise<IncomingMessage>((resolve, reject) =>
		httpGet(url, { headers: pageHeaders }, resolve).on('error', reject)
	);
	answer.resume();
	return answer.headers.etag ?? '';
}
