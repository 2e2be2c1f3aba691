import type { BrowserContext } from '@playwright/test';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { rightResponse } from './answers.ts';
import { callApi, courseId } from './people.ts';

interface Lesson {
	parts: { kind: string; question?: { id: string; options: { id: string }[] } }[];
}

const day = 24 * 3_600_000;

/**
 * Missed this many check questions of a lesson some days ago, as a phone tells that was without signal since: so they
 * are due on the clock of a real server.
 */
export async function missedDaysAgo(context: BrowserContext, count: number, lesson = 'ba-dau-hieu'): Promise<void> {
	const path = `/courses/${courseId}/lessons/${lesson}`;
	const { parts } = await callApi<Lesson>(context, path);
	const questions = parts.flatMap(({ question }) => question ?? []).slice(0, count);
	for (const [position, { id, options }] of questions.entries()) {
		const { option: right = [] } = await rightResponse(id);
		const optionId = options.find((each) => !right.includes(each.id))?.id;
		const answeredAt = new Date(Date.now() - (5 - position) * day).toISOString();
		await callApi(context, `${path}/answers`, { questionId: id, optionId, way: 'offline', answeredAt });
	}
}

/** Lets a night pass for everything that was missed today, in the site's own database. */
export function letANightPass(): void {
	const database = new Database(join(process.env.SITE_DATA ?? '', 'hoc.sqlite'), { timeout: 20_000 });
	database.exec(`update review_cards set due_on = missed_on where answered_on is null`);
	database.close();
}

/** The pages of review, and how to get to where each can be seen. */
export const reviewScenes: Record<string, (context: BrowserContext) => Promise<string>> = {
	'/on-lai': async () => '/on-lai',
	'/en/on-lai': async () => '/en/on-lai'
};
for (const path of ['/on-lai', '/en/on-lai', '/cua-toi', '/', '/bai-hoc'])
	reviewScenes[`${path} (something to review)`] = async (context) => {
		await missedDaysAgo(context, 3);
		return path;
	};
reviewScenes['/on-lai (nothing today)'] = async (context) => {
	await missedDaysAgo(context, 1);
	const { question } = await callApi<{ question: { id: string } }>(context, '/me/review/question');
	await callApi(context, '/me/review/answers', { questionId: question.id, dontKnow: true });
	return '/on-lai';
};
