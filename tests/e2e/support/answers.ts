import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { CompiledQuestion } from '../../../src/catalog/items.ts';
import { provideQuestionTypes, questionType } from '../../../src/catalog/question-type.ts';
import { readContent } from '../../../src/catalog/source/read-content.ts';
import { readFolder } from '../../../src/catalog/source/read-folder.ts';
import { questionTypes } from '../../../src/question-types/index.ts';

const content = join(import.meta.dirname, '../../../content');
const course = join(content, 'courses/an-toan-so');

/** The right options of a question file, as the words on the page. */
function rightOptionsIn(folder: string): Set<string> {
	const files = readdirSync(join(course, folder)).filter((name) => name.endsWith('.md') && !name.endsWith('.en.md'));
	const right = files.flatMap((name) =>
		[...readFileSync(join(course, folder, name), 'utf8').matchAll(/^- \[x\] (.+)$/gm)].map(([, words]) =>
			plain(words ?? '')
		)
	);
	return new Set(right);
}

/** Words without Markdown's marks and with single spaces, for comparing with what a page shows. */
export function plain(words: string): string {
	return words.replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim();
}

/** What is right among the check questions of the lessons. */
export const rightInLessons = rightOptionsIn('lessons');

type Response = Record<string, string[]>;
let solutions: Promise<Map<string, Response>> | undefined;

/** What somebody fills in who knows everything, of whatever kind the question is. */
export async function rightResponse(questionId: string): Promise<Response> {
	solutions ??= readSolutions();
	const response = (await solutions).get(questionId);
	if (!response) throw new Error(`no question ${questionId} in the content`);
	return response;
}

async function readSolutions(): Promise<Map<string, Response>> {
	provideQuestionTypes(questionTypes);
	const { files } = readContent(await readFolder(content, null));
	const questions = files.flatMap(({ items }) =>
		items.filter(({ kind, lang }) => kind === 'question' && lang === 'vi')
	);
	return new Map(
		questions.map(({ id, compiled }) => {
			const question = compiled as CompiledQuestion; // its kind was looked at
			return [id, questionType(question.type).solution(question)];
		})
	);
}

/** The form of the question that stands on the page of a quiz. */
export const quizForm = (page: Page) => page.locator('form[data-position]');

/** Fills in the question on the page rightly, by keyboard; steps of a story that are not come to are left. */
export async function answerRightly(page: Page): Promise<void> {
	const form = quizForm(page);
	const id = await form.locator('input[name=question]').getAttribute('value');
	await fillInForm(form, await rightResponse(id ?? ''));
}

/** Fills in a form by keyboard alone: Space on what is chosen, arrows in a list, letters where something is written. */
export async function fillInForm(form: Locator, response: Response): Promise<void> {
	for (const [name, values] of Object.entries(response))
		for (const value of values) await fillInField(form, name, value);
}

async function fillInField(form: Locator, name: string, value: string): Promise<void> {
	const list = form.locator(`select[name="${name}"]`);
	const box = form.locator(`input[name="${name}"][value="${value}"]`);
	const keyboard = form.page().keyboard;
	if (await list.count()) {
		await list.focus();
		await keyboard.press('Home');
		for (let at = 0; at < 30 && (await list.inputValue()) !== value; at++) await keyboard.press('ArrowDown');
		return;
	}
	if (!(await box.count())) {
		await form.locator(`input[name="${name}"]`).focus();
		await keyboard.press('ControlOrMeta+A');
		await keyboard.type(value);
	} else if ((await box.isVisible()) && !(await box.isChecked())) {
		await box.focus();
		await keyboard.press('Space');
	}
}
