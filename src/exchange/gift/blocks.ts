import type { About } from '../incoming.ts';
import type { Remarks } from '../remark.ts';

/** A question of a GIFT file, not yet taken apart: escapes are signs of their own, comments are gone, lines are kept. */
export interface Block {
	readonly line: number;
	readonly text: string;
	readonly about: About;
}

/** Escaped signs become signs that no text may have (Unicode's non-characters), so that nothing takes them for control signs. */
const escapes = ['\\\\', '\\:', '\\#', '\\=', '\\{', '\\}', '\\~', '\\n'] as const;
const plain = ['\\', ':', '#', '=', '{', '}', '~', '\n'] as const;
const first = 0xfdd0;
const escaped = /\\[\\:#={}~n]/g;
const standIns = /[\ufdd0-\ufdd7]/g;

/** With the escaped signs as what they stand for. */
export const unescaped = (text: string) => text.replace(standIns, (sign) => plain[sign.charCodeAt(0) - first] ?? '');

/** A text as GIFT needs it: control signs escaped, on one line. */
export const giftEscaped = (text: string) =>
	text.replace(/[\\:#={}~\n]/g, (sign) => escapes[plain.indexOf(sign as (typeof plain)[number])] ?? sign);

/** Cuts a GIFT file into its questions, at empty lines as Moodle does. `$CATEGORY` and comments with ids and tags go along. */
export function blocksOf(file: string, remarks: Remarks): Block[] {
	const text = file
		.replace(standIns, '')
		.replace(escaped, (pair) => String.fromCharCode(first + escapes.indexOf(pair as (typeof escapes)[number])));
	const state: State = { blocks: [], lines: [], line: 0, about: {}, category: {} };
	text.split('\n').forEach((content, i) => takeLine(state, { content, line: i + 1 }, remarks));
	close(state);
	return state.blocks;
}

interface State {
	readonly blocks: Block[];
	lines: string[];
	line: number;
	about: About;
	/** What the last `$CATEGORY` said; it holds until the next one. */
	category: About;
}

function takeLine(state: State, { content, line }: { content: string; line: number }, remarks: Remarks): void {
	const trimmed = content.trim();
	if (trimmed === '') close(state);
	else if (trimmed.startsWith('//')) {
		if (state.lines.length > 0) state.lines.push('');
		else state.about = { ...state.about, ...aboutIn(trimmed, (tag) => remarks.left(line, 'gift-tag', { tag })) };
	} else if (/^\$CATEGORY:/.test(trimmed)) {
		close(state);
		const path = unescaped(trimmed.slice('$CATEGORY:'.length)).trim();
		const [, course, purpose] = /^([a-z0-9-]+)\/(check|quiz|exam)$/.exec(path) ?? [];
		state.category = course && purpose ? { course, purpose } : {};
		if (!course) remarks.left(line, 'gift-category', { category: path });
	} else {
		if (state.lines.length === 0) state.line = line;
		state.lines.push(content);
	}
}

function close(state: State): void {
	if (state.lines.length === 0) return;
	const about = { ...state.category, ...state.about };
	state.blocks.push({ line: state.line, text: state.lines.join('\n'), about });
	state.lines = [];
	state.about = {};
}

const tags = ['skill', 'level', 'lesson', 'grade'];

/** `// [id:q-1] [tag:skill=p4.2]`, as Moodle writes ids and tags. */
function aboutIn(comment: string, unknown: (tag: string) => void): About {
	const found: Record<string, string> = {};
	for (const [, kind, value = ''] of unescaped(comment).matchAll(/\[(id|tag):\s*([^\]]*)\]/g)) {
		const [, key = '', meant = ''] = /^([a-z]+)\s*[=:]\s*(.*)$/.exec(value) ?? [];
		if (kind === 'id') found.id = value.trim();
		else if (tags.includes(key)) found[key] = meant.trim();
		else unknown(value.trim());
	}
	return found;
}
