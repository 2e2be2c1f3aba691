import { callHeaders, rawRequest } from '../http-head.ts';
import { againstBare, connections, runWarm } from '../rate.ts';
import { ratio, type Bench, type Row } from '../row.ts';

/** The call that every page with lessons makes for somebody who is signed in: how far she has come. */
export const progressRow: Row = {
	id: 'progress',
	title: 'own progress read through the API',
	figures: [ratio({ sqlite: 0.3, postgres: 0.12 })],
	times: 'every-round',
	async prepare(bench) {
		await runWarm(bench, { lists: await lists(bench), expect: 200 });
	},
	measure: async (bench) => againstBare(bench, { lists: await lists(bench), expect: 200 })
};

async function lists({ people, server, course }: Bench): Promise<string[][]> {
	const known = await people.withLessons(connections);
	return known.map(({ browser }) => [
		rawRequest({
			path: '/api/me/progress',
			host: new URL(server.origin).host,
			headers: {
				...callHeaders,
				'accept-language': 'vi',
				referer: `${server.origin}/khoa-hoc/${course.id}/${course.lessons[0]?.id}`
			},
			cookie: browser.cookie
		})
	]);
}
