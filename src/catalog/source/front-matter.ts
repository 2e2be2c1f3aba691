import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { FaultSheet } from './fault.ts';

/** A Markdown file in its two halves. */
export interface Halves {
	/** The YAML between the `---` lines, or null where there is none. */
	readonly yaml: string | null;
	readonly body: string;
	/** The line of the file that the body begins at. */
	readonly bodyLine: number;
}

/** Splits the declarations at the top of a file from its body. */
export function splitFrontMatter(text: string, faults: FaultSheet): Halves {
	const lines = text.split('\n');
	if (lines[0]?.trimEnd() !== '---') {
		faults.add(1, 'no-front-matter');
		return { yaml: null, body: text, bodyLine: 1 };
	}
	const end = lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---');
	if (end < 0) {
		faults.add(1, 'open-front-matter');
		return { yaml: null, body: '', bodyLine: lines.length };
	}
	return { yaml: lines.slice(1, end).join('\n'), body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 };
}

/** Declarations that fit their schema, and where each stands. */
export interface Declared<S extends TSchema> {
	readonly values: Static<S>;
	/** The line of a field, by its path: `skills`, `skills/2`, `quiz/questions`. */
	lineOf(path: string): number;
}

/** A schema may say in words what it wants: that becomes the remedy. */
interface Hinted {
	hint?: string;
	properties?: Record<string, Hinted>;
	items?: Hinted;
}

/** Reads YAML and checks it; null (and faults) where it does not fit. `firstLine` is the file's line of its first line. */
export function readDeclarations<S extends TSchema>(
	yaml: string,
	{ schema, firstLine }: { schema: S; firstLine: number },
	faults: FaultSheet
): Declared<S> | null {
	const counter = new LineCounter();
	const document = parseDocument(yaml, { lineCounter: counter });
	for (const error of document.errors) {
		faults.add(firstLine - 1 + (error.linePos?.[0].line ?? 1), 'yaml', { detail: yamlDetail(error.code) });
	}
	if (document.errors.length > 0) return null;
	const lineOf = (path: string) => {
		const offset = offsetOf(document, path.split('/').filter(Boolean));
		return offset === null ? firstLine : firstLine - 1 + counter.linePos(offset).line;
	};
	const values: unknown = tidied(document.toJS() ?? {});
	const wrong = Value.Errors(schema, values);
	for (const error of wrong) report(error, { schema: schema as Hinted, lineOf, faults });
	if (wrong.length > 0) return null;
	return { values: values as Static<S>, lineOf }; // Value.Errors found nothing
}

/** Composed letters and no stray spaces, so that the same words are the same bytes. */
function tidied(value: unknown): unknown {
	if (typeof value === 'string') return value.normalize('NFC').trim();
	if (Array.isArray(value)) return value.map(tidied);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, tidied(each)]));
}

function offsetOf(document: Document, path: string[]): number | null {
	for (let length = path.length; length > 0; length--) {
		const keys = path.slice(0, length).map((key) => (/^\d+$/.test(key) ? Number(key) : key));
		const parent = keys.length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
		if (isMap(parent)) {
			const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === keys.at(-1));
			if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
		}
		const node = document.getIn(keys, true);
		if (isNode(node) && node.range) return node.range[0];
	}
	return null;
}

type SchemaError = ReturnType<typeof Value.Errors>[number];

function report(
	error: SchemaError,
	{ schema, lineOf, faults }: { schema: Hinted; lineOf: (path: string) => number; faults: FaultSheet }
): void {
	const path = error.instancePath.split('/').filter(Boolean);
	const line = lineOf(path.join('/'));
	const field = path.join('.');
	const { requiredProperties } = error.params as { requiredProperties?: string[] };
	if (error.keyword === 'additionalProperties') return; // each such property is reported as `boolean` too
	if (error.keyword === 'boolean') {
		const known = Object.keys(schemaAt(schema, path.slice(0, -1))?.properties ?? {}).join(', ');
		faults.add(line, 'field-unknown', { field, known });
	} else if (requiredProperties) {
		for (const name of requiredProperties) {
			const missing = [...path, name];
			faults.add(line, 'field-missing', { field: missing.join('.'), hint: hintFor(schema, missing) });
		}
	} else if (path.length > 0 && !faults.faults.some((fault) => fault.line === line)) {
		faults.add(line, 'field-wrong', { field, hint: hintFor(schema, path) });
	}
}

function schemaAt(schema: Hinted, path: readonly string[]): Hinted | undefined {
	return path.reduce<Hinted | undefined>((at, key) => (/^\d+$/.test(key) ? at?.items : at?.properties?.[key]), schema);
}

function hintFor(schema: Hinted, path: readonly string[]): string {
	for (let length = path.length; length > 0; length--) {
		const hint = schemaAt(schema, path.slice(0, length))?.hint;
		if (hint) return hint;
	}
	return 'viết như mẫu trong content/README.md';
}

const details: Record<string, string> = {
	DUPLICATE_KEY: 'một mục được khai báo hai lần',
	BAD_INDENT: 'các dòng thụt vào không đều',
	MISSING_CHAR: 'thiếu dấu ngoặc, dấu nháy hoặc dấu phẩy',
	TAB_AS_INDENT: 'có dấu tab ở đầu dòng, hãy dùng dấu cách',
	BLOCK_AS_IMPLICIT_KEY: 'có dấu hai chấm trong chữ mà chưa đặt trong ngoặc kép',
	UNEXPECTED_TOKEN: 'có ký hiệu lạ'
};

function yamlDetail(code: string): string {
	return details[code] ?? `YAML không đọc được (${code})`;
}
