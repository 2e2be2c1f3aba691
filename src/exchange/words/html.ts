import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { parseXml, writeXml, type Node } from '../xml.ts';

const marked = new Marked({ gfm: true });

const inline = ['strong', 'b', 'em', 'i', 'del', 's', 'code', 'a', 'img', 'br', 'sub', 'sup', 'span'];
const blocks = ['p', 'div', 'ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre'];

/** HTML as anybody writes it, as a tree of the few elements we know; `unknown` hears the names of all others, whose words stay. */
export function htmlNodes(html: string, unknown: (name: string) => void = () => undefined): Node[] {
	const known = [...inline, ...blocks];
	const clean = sanitizeHtml(html, {
		allowedTags: known,
		allowedAttributes: { a: ['href'], img: ['src', 'alt'] },
		allowedSchemes: false,
		allowedSchemesAppliedToAttributes: [],
		transformTags: {
			'*': (tagName, attribs) => {
				if (!known.includes(tagName)) unknown(tagName);
				return { tagName, attribs };
			}
		}
	});
	return parseXml(`<root>${clean}</root>`).children;
}

/** Markdown as such a tree. */
export const markdownNodes = (markdown: string): Node[] => htmlNodes(marked.parse(markdown, { async: false }));

/** Markdown of one line as such a tree. */
export const lineNodes = (markdown: string): Node[] => htmlNodes(marked.parseInline(markdown, { async: false }));

/** What Markdown shows: the same for two texts that differ in how they are written only. */
export const shownAs = (markdown: string): string =>
	markdownNodes(markdown).map(writeXml).join('').replace(/\s+/g, ' ').replace(/> </g, '><').trim();
