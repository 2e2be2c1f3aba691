import { Browser } from './browser.ts';
import type { Course } from './course.ts';

/** A signed-in learner in a browser of her own. */
export interface Person {
	readonly browser: Browser;
}

/** People with accounts, made through the API like everyone's. */
export interface People {
	/** The first so many of them, signed in freshly enough for a measurement; those still missing are made. */
	signedIn(count: number): Promise<readonly Person[]>;
	/** The first so many of them, each with most of a course's lessons answered. */
	withLessons(count: number): Promise<readonly Person[]>;
}

/** An access token lasts ten minutes; the load sends the cookies it was given and can't renew them. */
const freshMs = 4 * 60_000;

export function gatherPeople(origin: string, course: Course): People {
	const people: (Person & { since: number; learnt: boolean })[] = [];

	async function join(): Promise<void> {
		const browser = new Browser(origin);
		const username = `nguoi.${people.length + 1}`;
		people.push({ browser, since: Date.now(), learnt: false });
		await browser.call('/accounts', {
			name: 'Nguyễn Thị Lan',
			birthYear: 1964,
			username,
			password: 'con trâu đi trước cái cày'
		});
	}

	async function signedIn(count: number) {
		await inTurn(Math.max(0, count - people.length), 4, join);
		const chosen = people.slice(0, count);
		await inTurn(count, 4, async (i) => {
			const person = chosen[i];
			if (!person || Date.now() - person.since < freshMs) return;
			await person.browser.call('/session/refresh', {});
			person.since = Date.now();
		});
		return chosen;
	}

	return {
		signedIn,
		async withLessons(count) {
			const chosen = await signedIn(count);
			// One after the other: this makes ready, it measures nothing.
			await inTurn(count, 1, async (i) => {
				const person = chosen[i];
				if (!person || person.learnt) return;
				await learn(person.browser, course, i);
				person.learnt = true;
			});
			return chosen;
		}
	};
}

/** Opens the course's lessons (all but one, as somebody in the midst of it) and answers their questions. */
async function learn(browser: Browser, course: Course, seed: number): Promise<void> {
	const lessons = course.lessons.slice(0, Math.max(1, course.lessons.length - 1));
	for (const lesson of lessons) {
		await browser.open(`/khoa-hoc/${course.id}/${lesson.id}`);
		for (const { id, optionIds } of lesson.questions) {
			const optionId = optionIds[seed % optionIds.length];
			await browser.call(`/courses/${course.id}/lessons/${lesson.id}/answers`, { questionId: id, optionId });
		}
	}
}

/** Does something so many times, a few at once. */
export async function inTurn(count: number, atOnce: number, work: (i: number) => Promise<void>): Promise<void> {
	let next = 0;
	const worker = async () => {
		while (next < count) await work(next++);
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
}
