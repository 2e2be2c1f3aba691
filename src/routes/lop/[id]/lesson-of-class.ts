import { read } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import type { LessonView } from '../../../catalog/index.ts';
import type { ClassView } from '../../../community/index.ts';
import { readKeeper } from '../access.ts';

interface Visit {
	fetch: typeof fetch;
	url: URL;
	params: { id: string; course: string; lesson: string };
}

/** A session and one lesson that is taught in it, for those who hold classes there. */
export async function readLessonOfClass({ fetch, url, params }: Visit) {
	await readKeeper({ fetch, url });
	const [session, lesson] = await Promise.all([
		readAs<ClassView>({ fetch, url }, `/classes/${encodeURIComponent(params.id)}`),
		read<LessonView>(
			fetch,
			`/courses/${encodeURIComponent(params.course)}/lessons/${encodeURIComponent(params.lesson)}`
		)
	]);
	return { session, lesson };
}

/** The questions of a lesson that stand in it, in their order. */
export function questionsOf({ parts }: LessonView) {
	return parts.flatMap((part) => (part.kind === 'question' ? [part.question] : []));
}
