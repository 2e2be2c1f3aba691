import { describe, expect, it } from 'vitest';
import { questionType } from '../../src/catalog/question-type.ts';
import { questionTypes } from '../../src/question-types/index.ts';
import { anApp, type Phone, type TestApp } from '../support/an-app.ts';
import { canary, everyKind, everyPath } from '../support/every-kind.ts';
import { fillIn } from '../support/fill-in.ts';
import { passDays } from '../support/review.ts';

const keyParts = ['"correct"', '"solution"', '"key"'];
const ownFile = '/me/data/file';
const openPaths = (site: TestApp) => everyPath(site).filter((path) => path !== ownFile);

/** How many answers of hers the file of her own data has a verdict on; it never says why one is right. */
async function verdictsInOwnFile(phone: Phone): Promise<number> {
	const text = (await phone.call('GET', ownFile)).raw.toString();
	expect(text).not.toContain(canary);
	const { parts } = JSON.parse(text) as { parts: { id: string; entries: object[] }[] };
	return parts.find(({ id }) => id === 'answers')?.entries.filter((entry) => 'correct' in entry).length ?? 0;
}

describe('the key of every kind of question', () => {
	it('leaves by no route before the end, and comes after it', async () => {
		const site = await anApp(everyKind());
		const phone = site.aPhone();
		const seen = new Set<string>();
		let handedIn = 0;
		for (let attempts = 0; seen.size < questionTypes.length && attempts < 6; attempts++) {
			const told: string[] = [];
			const call = async (...asked: Parameters<typeof phone.call>) => {
				const reply = await phone.call(...asked);
				told.push(reply.raw.toString());
				return reply;
			};
			const { body: attempt } = await call('POST', '/courses/thu/attempts', {});
			for (const { id, type, fields } of attempt.questions) {
				seen.add(type);
				const { status } = await call('PUT', `/attempts/${attempt.id}/answers/${id}`, { response: fillIn(fields, 0) });
				expect([type, status]).toEqual([type, 200]);
			}
			for (const path of [`/attempts/${attempt.id}`, `/attempts/${attempt.id}/result`, ...openPaths(site)])
				await call('GET', path);
			expect(await verdictsInOwnFile(phone)).toBe(handedIn);
			for (const text of told) for (const part of [canary, ...keyParts]) expect(text).not.toContain(part);
			const { body } = await phone.call('POST', `/attempts/${attempt.id}/finish`, {});
			expect(JSON.stringify(body)).toContain(canary);
			handedIn += attempt.total;
			expect(await verdictsInOwnFile(phone)).toBe(handedIn);
		}
		expect([...seen].sort()).toEqual(questionTypes.map(({ name }) => name).sort());
	});

	it('leaves by no route before a question is answered in review, and comes with the answer', async () => {
		const site = await anApp(everyKind());
		const phone = site.aPhone();
		const seen = new Set<string>();
		for (let attempts = 0; seen.size < questionTypes.length && attempts < 6; attempts++) {
			const { body: attempt } = await phone.call('POST', '/courses/thu/attempts', {});
			for (const { id, type } of attempt.questions) {
				seen.add(type);
				await phone.call('PUT', `/attempts/${attempt.id}/answers/${id}`, { dontKnow: true });
			}
			await phone.call('POST', `/attempts/${attempt.id}/finish`, {});
		}
		passDays(site, 1);
		const asked: string[] = [];
		for (let turns = 0; turns < questionTypes.length; turns++) {
			const told = [await phone.call('GET', '/me/review/question')];
			const { question } = told[0]?.body ?? {};
			await verdictsInOwnFile(phone);
			for (const path of openPaths(site).filter((each) => each !== '/me/review/question'))
				told.push(await phone.call('GET', path));
			const early = { questionId: question.id, response: { nothing: ['x'] } };
			told.push(await phone.call('POST', '/me/review/answers', early));
			for (const { raw } of told) for (const part of [canary, ...keyParts]) expect(raw.toString()).not.toContain(part);
			asked.push(question.type);
			const answer = { questionId: question.id, response: fillIn(question.fields, 0) };
			const { status, raw } = await phone.call('POST', '/me/review/answers', answer);
			expect([question.type, status]).toEqual([question.type, 200]);
			expect(raw.toString()).toContain(canary);
		}
		expect(asked.sort()).toEqual(questionTypes.map(({ name }) => name).sort());
	});

	it('gives everything to whoever fills in the solution of each', async () => {
		const site = await anApp(everyKind());
		const phone = site.aPhone();
		const bank = site.house.catalog.quizQuestions('thu', 'vi');
		const { body: attempt } = await phone.call('POST', '/courses/thu/attempts', {});
		for (const { id } of attempt.questions) {
			const question = bank.find((each) => each.id === id);
			if (!question) throw new Error(`${id} is not in the bank`);
			const response = questionType(question.type).solution(question);
			await phone.call('PUT', `/attempts/${attempt.id}/answers/${id}`, { response });
		}
		const { body } = await phone.call('POST', `/attempts/${attempt.id}/finish`, {});
		expect(body).toMatchObject({ score: body.total, passed: true });
		for (const { points, fields } of body.questions) {
			expect(points).toBe(1);
			expect(fields.every(({ right }: { right: boolean }) => right)).toBe(true);
		}
	});
});
