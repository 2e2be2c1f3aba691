import { Value } from 'typebox/value';
import { parseDocument } from 'yaml';
import { Framework } from '../framework.ts';
import { RulesFile } from '../rules.ts';
import { checkRecordRules } from './check-record-rules.ts';
import { buildItems } from './build-items.ts';
import { checkFiles } from './check-files.ts';
import { indexOf, courseIdOf, type ContentIndex } from './content-index.ts';
import { canonical, draftItem, type ContentDraft, type DraftItem, type FileDraft } from './draft.ts';
import { faultSheet, type Fault, type FaultSheet } from './fault.ts';
import { readDeclarations, type Declared } from './front-matter.ts';
import { mediaFiles } from './media-files.ts';
import { normalised, parseFile, unreadableFile, type ParsedFile } from './parse-file.ts';
import { isBeside, placeOf, type ContentSource } from './source-files.ts';

const frameworkPath = 'framework.json';
const rulesPath = 'rules.yaml';

/**
 * Reads and checks a whole content folder. Pure: the same source gives the same draft, hashes included. `known` tells
 * which id the file at a path had when it was last published: a broken one is then still found by the others.
 */
export function readContent(source: ContentSource, known: ReadonlyMap<string, string> = new Map()): ContentDraft {
	const paths = [...source.texts.keys(), ...source.unreadable].sort();
	const loose = faultsOfPaths(source);
	const data = dataFiles(source);
	const files = paths.flatMap((path) => {
		const place = placeOf(path);
		const text = source.texts.get(path);
		const knownId = known.get(path) ?? null;
		if (!place) return [];
		return [text === undefined ? unreadableFile(place, knownId) : parseFile(place, text, knownId)];
	});
	const index = indexOf({
		framework: data.framework,
		rules: data.rules?.values ?? null,
		files,
		media: mediaFiles(source.media),
		transcripts: new Map(
			paths.filter((path) => path.startsWith('media/')).map((path) => [path, normalised(source.texts.get(path) ?? '')])
		)
	});
	checkFiles(index);
	checkRuleCourses(data, index);
	if (data.rules) checkRecordRules(data.rules, data.sheets.at(-1) ?? faultSheet(rulesPath), index);
	const drafts = files.map((file) => draftFile(file, index));
	const faults = [
		...loose,
		...data.sheets.flatMap((sheet) => sheet.faults),
		...files.flatMap((file) => file.sheet.faults)
	];
	return { files: [...data.drafts, ...drafts], faults: inOrder(faults) };
}

function draftFile(file: ParsedFile, index: ContentIndex): FileDraft {
	const { path, lang, originalPath, questions, id } = file;
	const { items, standing } = buildItems(file, index);
	const claims = questions.map((question) => `question ${question.id}`);
	if (id !== null) claims.unshift(`${file.kind} ${id}`);
	const isLesson = file.kind === 'lesson' && lang === 'vi' && id !== null;
	return {
		...{ path, lang, originalPath, items, claims },
		good: file.fields !== null && !file.sheet.faults.some((fault) => fault.holdsBack),
		lesson: isLesson ? { id, courseId: courseIdOf(file, index.files) } : null,
		media: [...standing.used.values()]
	};
}

function faultsOfPaths(source: ContentSource): Fault[] {
	const found: Fault[] = [];
	const tell = (path: string, code: 'not-utf8' | 'stray-file') => {
		const sheet = faultSheet(path);
		sheet.add(1, code);
		found.push(...sheet.faults);
	};
	for (const path of source.unreadable) if (!placeOf(path)) tell(path, 'not-utf8');
	for (const path of source.texts.keys()) if (!placeOf(path) && !isBeside(path)) tell(path, 'stray-file');
	return found;
}

interface DataFiles {
	framework: Framework | null;
	rules: Declared<typeof RulesFile> | null;
	drafts: FileDraft[];
	sheets: FaultSheet[];
}

/** The framework and the rules: data, not Markdown. */
function dataFiles(source: ContentSource): DataFiles {
	const frameworkSheet = faultSheet(frameworkPath);
	const rulesSheet = faultSheet(rulesPath);
	const framework = readFramework(source.texts.get(frameworkPath), frameworkSheet);
	const rules = readRules(source.texts.get(rulesPath), rulesSheet);
	return {
		framework,
		rules,
		drafts: [
			dataDraft(frameworkPath, 'framework', framework && dataItem('framework', frameworkPath, framework)),
			dataDraft(rulesPath, 'rules', rules && dataItem('rules', rulesPath, rules.values))
		],
		sheets: [frameworkSheet, rulesSheet]
	};
}

function dataItem<K extends 'framework' | 'rules'>(
	kind: K,
	path: string,
	value: Parameters<typeof draftItem<K>>[0]['compiled']
): DraftItem {
	return draftItem({ kind, id: kind, lang: 'vi', path, written: value, compiled: value });
}

function dataDraft(path: string, kind: 'framework' | 'rules', made: DraftItem | null): FileDraft {
	const items = made ? [made] : [];
	return {
		path,
		lang: 'vi',
		originalPath: path,
		good: made !== null,
		items,
		claims: [`${kind} ${kind}`],
		lesson: null,
		media: []
	};
}

function readFramework(text: string | undefined, sheet: FaultSheet): Framework | null {
	if (text === undefined) {
		sheet.add(1, 'missing-file', { name: frameworkPath });
		return null;
	}
	const value = parseJson(normalised(text), sheet);
	if (value === null) return null;
	const [wrong] = Value.Errors(Framework, value);
	if (wrong) {
		sheet.add(1, 'broken-data', { where: wrong.instancePath || '/', detail: wrong.message });
		return null;
	}
	return value as Framework; // Value.Errors found nothing
}

function parseJson(text: string, sheet: FaultSheet): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		// JSON is YAML, whose parser knows the line.
		const line = parseDocument(text).errors[0]?.linePos?.[0].line ?? 1;
		sheet.add(line, 'broken-data', { where: `dòng ${line}`, detail: 'JSON không đọc được' });
		return null;
	}
}

function readRules(text: string | undefined, sheet: FaultSheet): Declared<typeof RulesFile> | null {
	if (text === undefined) {
		sheet.add(1, 'missing-file', { name: rulesPath });
		return null;
	}
	return readDeclarations(normalised(text), { schema: RulesFile, firstLine: 1 }, sheet);
}

/** The courses that rules name must be there: without the one about people's data no helper would see a list again. */
function checkRuleCourses({ rules, sheets }: DataFiles, { courses }: ContentIndex): void {
	for (const part of ['fieldLesson', 'digitalFamily'] as const) {
		const id = rules?.values.community[part].course;
		if (!rules || id === undefined || courses.has(id)) continue;
		sheets.at(-1)?.add(rules.lineOf(`community/${part}/course`), 'unknown-course', { id });
	}
}

function inOrder(faults: readonly Fault[]): Fault[] {
	const once = new Map(faults.map((fault) => [canonical(fault), fault]));
	return [...once.values()].sort((a, b) => compare(a.file, b.file) || a.line - b.line);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
