import { callHeaders, pageHeaders, rawRequest } from '../http-head.ts';
import { both, type Bench, type Row } from '../row.ts';
import { openVillages, type HeldClass, type Villages } from '../villages.ts';

/** Classes that stand for the five hundred: a helper's requests name one of them. */
const classes = 25;
/** So many phones at once; together they ask what five hundred classes do in one minute: 33 requests each. */
const phones = 64;
const wanted = (500 * 33) / 60;

let open: { villages: Villages; held: HeldClass[] } | null = null;

/**
 * Classes of thirty that all begin at once: their helpers open the session and write down who came and what was seen,
 * while thirty phones of each open the lesson. Shares as in a real class: of 33 requests one page of the session, one
 * call that keeps thirty people with a mark each, and 31 lessons.
 */
export const classesRow: Row = {
	id: 'classes',
	title: '500 classes of 30 in one minute, by their requests',
	figures: [
		// All but those that are still on their way at the end.
		{ name: 'a second', unit: '', better: 'more', digits: 0, limit: both(Math.floor(0.99 * wanted)) },
		{ name: 'p99', unit: 'ms', better: 'less', digits: 1, limit: { sqlite: 50, postgres: 100 } }
	],
	times: 3,
	async prepare(bench) {
		const villages = await openVillages(bench, classes);
		const held: HeldClass[] = [];
		for (let village = 0; village < classes; village++) held.push(await villages.hold(village));
		open = { villages, held };
		await paced(bench, 2_000);
	},
	async measure(bench) {
		const { perSecond, ms, requests } = await paced(bench, 8_000);
		return {
			figures: { 'a second': perSecond, p99: ms.p99 },
			beside: { 'p50 ms': ms.p50, 'p95 ms': ms.p95, requests }
		};
	},
	async verify() {
		await open?.villages.stop();
	}
};

async function paced(bench: Bench, ms: number) {
	if (!open) throw new Error('the server with the villages is not running');
	const { villages, held } = open;
	const everyMs = (1_000 * phones) / wanted;
	const lists = Array.from({ length: phones }, (_, i) => listOf(bench, villages, held[i % held.length], i));
	return bench.load.run({ port: villages.server.port, lists, expect: 200, warmupMs: 500, ms, everyMs });
}

function listOf({ course }: Bench, { server, administrator }: Villages, session: HeldClass | undefined, seed: number) {
	const host = new URL(server.origin).host;
	const lesson = course.lessons[0];
	const question = lesson?.questions[0]?.id;
	const phone = rawRequest({ path: `/khoa-hoc/${course.id}/${lesson?.id}`, host, headers: pageHeaders });
	const page = rawRequest({ path: `/lop/${session?.id}`, host, headers: pageHeaders, cookie: administrator.cookie });
	const marks = session?.helpedIds.map((_, i) => ['alone', 'reminded', 'not-yet'][(i + seed) % 3]);
	const kept = rawRequest({
		method: 'PUT',
		path: `/api/classes/${session?.id}/carried`,
		host,
		headers: { ...callHeaders, origin: server.origin, 'content-type': 'application/json' },
		cookie: administrator.cookie,
		body: JSON.stringify({
			people: session?.helpedIds.map((helpedId) => ({ helpedId })),
			questions: [{ courseId: course.id, lessonId: lesson?.id, questionId: question, marks }]
		})
	});
	// Each phone begins elsewhere, so that not all helpers come at the same moment.
	const round = [page, kept, ...Array.from({ length: 31 }, () => phone)];
	return [...round.slice(seed % 33), ...round.slice(0, seed % 33)];
}
