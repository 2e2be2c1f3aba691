import type { BrowserContext } from '@playwright/test';
import { callApi } from './people.ts';

interface Lesson {
	parts: { kind: string; question?: { id: string; options: { id: string }[] } }[];
}

/** Whoever is in this browser finishes the lessons about people's data, as on paper. */
export async function finishFieldLesson(context: BrowserContext): Promise<void> {
	const { course, lessons } = await callApi<{ course: { id: string }; lessons: { id: string }[] }>(
		context,
		'/field-lesson'
	);
	for (const { id } of lessons) {
		const path = `/courses/${course.id}/lessons/${id}`;
		const { parts } = await callApi<Lesson>(context, path);
		await callApi(context, `${path}/way`, { way: 'paper' });
		for (const { question } of parts)
			if (question)
				await callApi(context, `${path}/answers`, { questionId: question.id, optionId: question.options[0]?.id });
	}
}
