import type { Token, Tokens } from 'marked';
import { fold } from '../../platform/text.ts';
import { givenId, lineOf, plainText, walk } from './markdown.ts';
import type { Block } from './parse-file.ts';

export interface Heading {
	readonly id: string;
	/** Whether the editor chose the id. */
	readonly given: boolean;
	readonly level: number;
	readonly title: string;
	readonly line: number;
	/** False inside a callout. */
	readonly top: boolean;
}

const ids = new WeakMap<object, string>();

/** Ids that the page around a lesson uses for itself. */
const taken = ['noi-dung', 'top', 'nguon', 'cau-hoi'];

/** The id of a heading, once `headingsOf` has been through its document. */
export function headingId(token: object): string | undefined {
	return ids.get(token);
}

/** The headings of a document in order; those without an id get one from their words. */
export function headingsOf(blocks: readonly Block[]): Heading[] {
	const used = new Set(taken);
	const found: Heading[] = [];
	for (const { token, top } of headingTokens(blocks, true)) {
		const given = givenId(token);
		const title = plainText(token.tokens).trim();
		const id = given ?? free(slug(title), used);
		used.add(id);
		ids.set(token, id);
		found.push({ id, given: given !== undefined, level: token.depth, title, line: lineOf(token), top });
	}
	return found;
}

function headingTokens(blocks: readonly Block[], top: boolean): { token: Tokens.Heading; top: boolean }[] {
	return blocks.flatMap((block) => {
		if (block.kind === 'markdown') {
			const found: { token: Tokens.Heading; top: boolean }[] = [];
			walk(block.tokens, (token: Token) => {
				if (token.type === 'heading') found.push({ token: token as Tokens.Heading, top });
			});
			return found;
		}
		return block.kind === 'callout' || block.kind === 'steps' ? headingTokens(block.blocks, false) : [];
	});
}

/** `Ba dấu hiệu` → `ba-dau-hieu`. */
function slug(text: string): string {
	return (
		fold(text)
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-+|-+$/g, '') || 'muc'
	);
}

function free(wanted: string, used: ReadonlySet<string>): string {
	let id = wanted;
	for (let n = 2; used.has(id); n++) id = `${wanted}-${n}`;
	return id;
}
