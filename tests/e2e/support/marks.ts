import type { BrowserContext } from '@playwright/test';
import { callApi, courseId, holdClass } from './people.ts';

/** A session on now at which two people were marked; returns its id. */
export async function markedClass(context: BrowserContext): Promise<string> {
	const { id } = await holdClass(context, { courseId, lessonId: 'ba-dau-hieu' });
	const names = [{ name: 'Bà Tư', birthYear: 1950 }, { name: 'Nguyễn Thị Minh Khai (xóm trên)' }];
	const { people } = await callApi<{ people: { id: string }[] }>(context, `/classes/${id}/attendance`, {
		way: 'tick',
		people: names
	});
	const asked = { courseId, lessonId: 'ba-dau-hieu', questionId: 'dau-hieu-1', marks: ['alone', 'reminded'] };
	const site = process.env.SITE ?? '';
	const answer = await context.request.put(`${site}/api/classes/${id}/marks`, {
		headers: { origin: site },
		data: { people: people.map((each) => each.id), questions: [asked] }
	});
	if (!answer.ok()) throw new Error(await answer.text());
	return id;
}
