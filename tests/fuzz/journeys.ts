import { fillIn, type FieldToFill } from '../support/fill-in.ts';
import { read, tryOut, type Move } from './move.ts';
import type { Player } from './players.ts';
import { listIn } from './pool.ts';

/**
 * Begins a quiz, answers it (rightly where an earlier result told how), hands it in, collects the record and its paper:
 * the way of somebody who learns, with every answer looked at.
 */
export async function takeQuiz(move: Move, player: Player): Promise<void> {
	const { pool, random } = move;
	const go = goer(move, player);
	const attempt = await go('POST /courses/{courseId}/attempts', `/courses/${pool.some(random, 'course')}/attempts`, {});
	const id = String(attempt['id']);
	for (const question of listIn(attempt['questions'])) {
		const questionId = String(question['id']);
		const fields = listIn(question['fields']) as unknown as FieldToFill[]; // the contract of the API
		const response = pool.right.get(questionId) ?? fillIn(fields, random.int(4));
		await go('PUT /attempts/{id}/answers/{questionId}', `/attempts/${id}/answers/${questionId}`, { response });
	}
	const result = await go('POST /attempts/{id}/finish', `/attempts/${id}/finish`, { finishUnanswered: true });
	await go('GET /attempts/{id}/result', `/attempts/${id}/result`);
	if (result['passed'] !== true) return;
	const name = `Người ${player.canaries[0] ?? 'Học'}`;
	const record = await go('POST /records', '/records', { attemptId: id, name });
	if (typeof record['code'] !== 'string') return;
	await go('GET /records/{code}', `/records/${record['code']}`);
	await go('GET /verifications/{code}', `/verifications/${record['code']}`);
	if (random.chance(0.1)) await go('GET /records/{code}/pdf', `/records/${record['code']}/pdf`);
}

/** Opens a lesson and answers its questions. */
export async function learnLesson(move: Move, player: Player): Promise<void> {
	const { pool, random } = move;
	const go = goer(move, player);
	const course = await go('GET /courses/{id}', `/courses/${pool.some(random, 'course')}`);
	const lessons = listIn(course['lessons']);
	if (lessons.length === 0) return;
	const address = `/courses/${course['id']}/lessons/${random.pick(lessons)['id']}`;
	const lesson = await go('GET /courses/{courseId}/lessons/{lessonId}', address);
	for (const { id, options } of listIn(lesson['questions'])) {
		const answer = { questionId: id, optionId: random.pick(listIn(options))['id'] };
		await go('POST /courses/{courseId}/lessons/{lessonId}/answers', `${address}/answers`, answer);
	}
	await go('GET /courses/{courseId}/lessons/{lessonId}/standing', `${address}/standing`);
	await go('GET /me/progress', '/me/progress');
}

/** Sends the calls of one journey, each a route of the description with its address filled in. */
function goer(move: Move, player: Player) {
	return async (name: string, url: string, body?: unknown): Promise<Record<string, unknown>> => {
		const route = move.routes.find((each) => each.name === name);
		if (!route) return {};
		const sent = { method: route.method, url: `/api${url}`, ...(body !== undefined && { body: JSON.stringify(body) }) };
		return (read(await tryOut(move, { route, player, sent })) ?? {}) as Record<string, unknown>; // looked at member by member
	};
}
