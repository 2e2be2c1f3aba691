import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Question } from '../../src/catalog/index.ts';
import type { CompiledQuestion } from '../../src/catalog/items.ts';
import { questionType } from '../../src/catalog/question-type.ts';
import { readContent } from '../../src/catalog/source/read-content.ts';
import { aSource } from './a-source.ts';

const bank = 'courses/khoa/questions/mau.md';
/** Skills are looked at elsewhere, and the framework is long. */
const withoutFramework = { 'framework.json': null };
const english = bank.replace('.md', '.en.md');
const head = `---
course: khoa
purpose: quiz
---
`;

/** A bank of such questions; in a translation the declarations are the same. */
export const aBank = (...questions: string[]) => head + questions.join('\n');

/** One question as an editor writes it in a bank. */
export const written = (type: string, body: string, id = 'q-mau') =>
	`:::hoi{#${id} type="${type}" skill="p4.2" level="easy" lesson="bai"}\n${body}\n:::\n`;

/** What is wrong with a bank of these questions: the line, counted from the first question’s, and the code. */
export function faultsIn(questions: string, translation?: string): [number, string][] {
	const texts = {
		...withoutFramework,
		[bank]: aBank(questions),
		...(translation && { [english]: aBank(translation) })
	};
	const first = head.split('\n').length;
	return readContent(aSource(texts))
		.faults.filter(({ file }) => file === bank || file === english)
		.map(({ line, code }) => [line - first, code]);
}

/** Compiled questions by id, as a learner of that language is asked them. */
export function compiled(questions: string, translation?: string): Map<string, Question> {
	const texts = {
		...withoutFramework,
		[bank]: aBank(questions),
		...(translation && { [english]: aBank(translation) })
	};
	const { files, faults } = readContent(aSource(texts));
	const wrong = faults.filter(({ file, holdsBack }) => holdsBack && (file === bank || file === english));
	if (wrong.length > 0) throw new Error(wrong.map(({ line, message }) => `${line}: ${message}`).join('\n'));
	// The Vietnamese first: a translation gives it other words.
	const items = [bank, english].flatMap((path) => files.find((file) => file.path === path)?.items ?? []);
	const made = new Map<string, Question>();
	for (const { id, hash, lang, compiled } of items) {
		const own = compiled as CompiledQuestion; // a bank holds nothing else
		const base = made.get(id);
		const words = base && questionType(base.type).inWords(base, own);
		if (base && !words) throw new Error(`the translation of ${id} does not fit`);
		made.set(id, { ...own, ...base, ...words, stem: own.stem, id, hash, lang, translated: true });
	}
	return made;
}

/** One compiled question of a kind. */
export function asked(type: string, body: string, translation?: string): Question {
	const question = compiled(written(type, body), translation && written(type, translation)).get('q-mau');
	if (!question) throw new Error('nothing was compiled');
	return question;
}

/** The example that the editors’ handbook gives of every kind, as it is written there. */
export function examples(): Map<string, string> {
	const readme = readFileSync(join(import.meta.dirname, '../../content/README.md'), 'utf8');
	const blocks = [...readme.matchAll(/^:::hoi\{[^}]*type="([a-z-]+)"[^}]*\}\n[\s\S]*?^:::$/gm)];
	return new Map(blocks.map(([block, type]) => [type ?? '', block]));
}
