import { bankIn, canonical, tryFile, type BankQuestion, type ContentSource, type Fault } from '../catalog/index.ts';
import { kindedFrom, slugOf, withIds, type Draft } from './drafts.ts';
import type { About, Incoming, ReadFile } from './incoming.ts';
import { placeMedia, type PlacedMedia } from './place-media.ts';
import { oneLine, questionFile, stemOf, type Heading, type MadeFile } from './question-file.ts';
import type { Remark } from './remark.ts';

/** Where questions are to go, and what holds for those that don't say. */
export interface Destination extends Heading {
	readonly source: ContentSource;
	/** From the content folder: `courses/an-toan-so/questions`. */
	readonly folder: string;
	/** What the file is called before `.md`. */
	readonly name: string;
	readonly defaults: Pick<About, 'skill' | 'level' | 'lesson' | 'grade'> & { readonly explanation?: string };
	/** Whether what is sound comes although something else is not. */
	readonly partial: boolean;
}

/** What came of a file. */
export interface Imported {
	/** The questions that came, with the place they came from. */
	readonly questions: readonly {
		readonly id: string;
		readonly type: string;
		readonly stem: string;
		readonly file: string;
		readonly line: number;
	}[];
	/** The file to be written, from the content folder; null where nothing comes. */
	readonly made: { readonly path: string; readonly text: string } | null;
	readonly media: readonly PlacedMedia[];
	readonly remarks: readonly Remark[];
}

/**
 * Makes a file of questions of what was read, and checks it as the content folder would. Faults and conflicts keep all of
 * it out, unless only what is sound is wanted.
 */
export function importQuestions(read: ReadFile, to: Destination): Imported {
	const path = freePath(to);
	const bank = new Map(bankIn(to.source, 'vi').map((question) => [question.id, question]));
	const { incoming, media, source } = placeMedia(read, to, path);
	const { drafts, remarks } = draftsFrom(incoming, to);
	const trial = { to, path, source, bank };
	const explained = explain(drafts, trial);
	const judged = judge(explained.drafts, trial);
	const told = [...read.remarks, ...remarks, ...explained.remarks, ...judged.remarks].sort(inPlace);
	const blocked = !to.partial && told.some(({ kind }) => kind === 'fault' || kind === 'conflict');
	const sound = blocked ? [] : judged.sound;
	return {
		questions: sound.map(({ id, type, written, incoming: { file, line } }) => ({
			id,
			type,
			stem: written.stem,
			file,
			line
		})),
		made: sound.length > 0 ? { path, text: questionFile(sound, to).text } : null,
		media: usedBy(sound, media),
		remarks: told
	};
}

const inPlace = (a: Remark, b: Remark) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1);

function freePath({ source, folder, name }: Destination): string {
	const slug = slugOf(name) || 'nhap';
	for (let number = 1; ; number++) {
		const path = `${folder}/${slug}${number === 1 ? '' : `-${number}`}.md`;
		if (!source.texts.has(path)) return path;
	}
}

function draftsFrom(incoming: readonly Incoming[], to: Destination) {
	const remarks: Remark[] = [];
	const kinded = incoming.flatMap((each) => {
		const { file, line, about } = each;
		const made = kindedFrom({ ...each, about: { ...to.defaults, ...definedOf(about) } });
		if (!made) remarks.push({ file, line, kind: 'left', code: 'no-kind' });
		for (const part of ['course', 'purpose'] as const)
			if (about[part] !== undefined && about[part] !== to[part])
				remarks.push({ file, line, kind: 'note', code: `other-${part}`, values: { from: about[part], to: to[part] } });
		return made ? [made] : [];
	});
	const given = withIds(kinded, to.course);
	return { drafts: given.drafts, remarks: [...remarks, ...given.remarks] };
}

const definedOf = (about: About): About =>
	Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined && value !== ''));

interface Trial {
	readonly to: Destination;
	readonly path: string;
	readonly source: ContentSource;
	readonly bank: ReadonlyMap<string, BankQuestion>;
}

/** Gives what explains nothing the sentence that was asked for, where there is one. */
function explain(drafts: readonly Draft[], { to, path, source }: Trial) {
	const { explanation } = to.defaults;
	const remarks: Remark[] = [];
	if (!explanation) return { drafts, remarks };
	const made = questionFile(drafts, to);
	const unexplained = tryFile(source, path, made.text)
		.faults.filter(({ code }) => code === 'option-no-explanation' || code === 'answer-unexplained')
		.flatMap(({ line }) => made.origins.get(line) ?? []);
	const filled = drafts.map((draft, i) => {
		const entries = unexplained.filter((origin) => origin.draft === i).map(({ entry }) => Math.max(entry, 0));
		for (const entry of entries) remarks.push({ ...placeOfEntry(draft, entry), kind: 'note', code: 'explained' });
		const lines = draft.written.lines.map((line, entry) =>
			entries.includes(entry) ? { ...line, why: explanation } : line
		);
		return { ...draft, written: { ...draft.written, lines } };
	});
	return { drafts: filled, remarks };
}

/** Which drafts are sound and new, and what is to be said of the others. */
function judge(drafts: readonly Draft[], trial: Trial): { sound: Draft[]; remarks: Remark[] } {
	const made = questionFile(drafts, trial.to);
	const { faults, questions } = tryFile(trial.source, trial.path, made.text);
	const read = new Map(questions.map((question) => [question.id, question]));
	const remarks = drafts.length === 0 ? [] : faults.flatMap((fault) => remarkFrom(fault, made, drafts) ?? []);
	const broken = new Set(faults.filter(({ holdsBack }) => holdsBack).map(({ line }) => made.origins.get(line)?.draft));
	const sound = drafts.filter((draft, i) => {
		const remark = remarkOn(draft, read.get(draft.id), trial.bank.get(draft.id));
		const known = broken.has(i) && !trial.bank.has(draft.id);
		if (remark && !known) remarks.push({ ...placeOfEntry(draft, -1), ...remark });
		return !remark && !broken.has(i);
	});
	return { sound, remarks };
}

/** Whether a draft reads back as what was meant, and whether it is there already. */
function remarkOn(
	draft: Draft,
	read: BankQuestion | undefined,
	there: BankQuestion | undefined
): Pick<Remark, 'kind' | 'code' | 'values'> | null {
	const values = { id: draft.id, other: there?.path ?? '' };
	if (!read || !readsAs(draft, read)) return { kind: 'fault', code: 'not-ours' };
	if (!there) return null;
	return sayingOf(read) === sayingOf(there)
		? { kind: 'same', code: 'same-there', values }
		: { kind: 'conflict', code: 'id-taken', values };
}

const readsAs = (draft: Draft, { written }: BankQuestion) =>
	written.stem === stemOf(draft).join('\n').trim() &&
	written.entries.length === draft.written.lines.length &&
	written.entries.every(({ text }, i) => oneLine(draft.written.lines[i]?.text ?? '').endsWith(oneLine(text)));

/** All of a question but whether everyone may read it, which the place decides. */
const sayingOf = ({ compiled }: BankQuestion) => canonical({ ...compiled, public: true });

function remarkFrom(
	{ code, line, message, remedy, holdsBack }: Fault,
	{ origins }: MadeFile,
	drafts: readonly Draft[]
): Remark | null {
	const origin = origins.get(line);
	const draft = drafts[origin?.draft ?? 0];
	// That an id is taken is told by the question itself.
	if (!draft || code === 'duplicate-id') return null;
	const values = { text: `${message} ${remedy}` };
	return { ...placeOfEntry(draft, origin?.entry ?? -1), kind: holdsBack ? 'fault' : 'note', code: 'content', values };
}

function placeOfEntry(
	{ incoming: { file, line, lines }, written }: Draft,
	entry: number
): { file: string; line: number } {
	const own = lines?.length === written.lines.length ? lines[entry] : undefined;
	return { file, line: own ?? line };
}

function usedBy(drafts: readonly Draft[], media: readonly PlacedMedia[]): PlacedMedia[] {
	const words = drafts.map(({ written }) =>
		[written.stem, ...written.lines.flatMap(({ text, why }) => [text, why])].join('\n')
	);
	return media.filter(({ called }) => words.some((text) => text.includes(called)));
}
