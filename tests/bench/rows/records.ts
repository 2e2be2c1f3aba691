import type { CompiledQuestion } from '../../../src/catalog/items.ts';
import { provideQuestionTypes, questionType } from '../../../src/catalog/question-type.ts';
import { readContent } from '../../../src/catalog/source/read-content.ts';
import { readFolder } from '../../../src/catalog/source/read-folder.ts';
import { questionTypes } from '../../../src/question-types/index.ts';
import { inTurn, type Person } from '../people.ts';
import { both, median, percentile, type Bench, type Row } from '../row.ts';

const learners = 24;

type Response = Record<string, string[]>;

interface AttemptView {
	id: string;
	questions: { id: string }[];
}

/** The right answer of every question there is. */
let solutions: ReadonlyMap<string, Response> = new Map();

/**
 * Collecting a record (its signature, its place in the lists, and on the disk) and its PDF, drawn and signed in the
 * thread of the server, both as the learner waits for them, one after the other.
 */
export const recordsRow: Row = {
	id: 'records',
	title: 'record issued; its signed PDF',
	figures: [
		{ name: 'issued', unit: 'ms', better: 'less', digits: 1, limit: both(10) },
		{ name: 'PDF', unit: 'ms', better: 'less', digits: 0, limit: both(150) }
	],
	times: 3,
	async prepare(bench) {
		provideQuestionTypes(questionTypes);
		const { files } = readContent(await readFolder(bench.contentDir, null));
		const questions = files
			.flatMap((file) => file.items)
			.filter(({ kind, lang }) => kind === 'question' && lang === 'vi');
		solutions = new Map(
			questions.map(({ id, hash, compiled }) => {
				const own = compiled as CompiledQuestion; // its kind was looked at
				const question = { ...own, id, hash, lang: 'vi' as const, translated: true };
				return [id, questionType(own.type).solution(question)];
			})
		);
		await times(bench);
	},
	async measure(bench) {
		const { issued, printed } = await times(bench);
		return {
			figures: { issued: median(issued), PDF: median(printed) },
			beside: { 'issued p95': percentile(issued, 0.95), 'PDF p95': percentile(printed, 0.95) }
		};
	}
};

async function times(bench: Bench): Promise<{ issued: number[]; printed: number[] }> {
	const people = await bench.people.signedIn(learners);
	const passed: string[] = [];
	await inTurn(people.length, 4, async (i) => {
		const person = people[i];
		if (person) passed[i] = await pass(person, bench.course.id);
	});
	const [issued, printed]: [number[], number[]] = [[], []];
	await inTurn(people.length, 1, async (i) => {
		const [person, attemptId] = [people[i], passed[i]];
		if (!person || attemptId === undefined) return;
		const began = performance.now();
		const { code } = await person.browser.call<{ code: string }>('/records', { attemptId, name: 'Nguyễn Thị Lan' });
		const there = performance.now();
		const { text } = await person.browser.open(`/api/records/${code}/pdf`);
		printed.push(performance.now() - there);
		issued.push(there - began);
		if (!text.includes('/SubFilter /ETSI.CAdES.detached')) throw new Error('a PDF came without its signature');
	});
	return { issued, printed };
}

/** Takes the quiz and answers everything rightly. */
async function pass({ browser }: Person, courseId: string): Promise<string> {
	const attempt = await browser.call<AttemptView>(`/courses/${courseId}/attempts`, {});
	for (const { id } of attempt.questions)
		await browser.call(`/attempts/${attempt.id}/answers/${id}`, { response: solutions.get(id) ?? {} }, 'PUT');
	const { passed } = await browser.call<{ passed: boolean }>(`/attempts/${attempt.id}/finish`, {});
	if (!passed) throw new Error('the right answers did not pass');
	return attempt.id;
}
