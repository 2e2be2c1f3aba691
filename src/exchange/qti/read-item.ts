import type { CarriedQuestion } from '../../catalog/index.ts';
import { explained } from '../explained.ts';
import type { About, Incoming } from '../incoming.ts';
import { remarksOn, type Remark, type Remarks } from '../remark.ts';
import { toMarkdown } from '../words/to-markdown.ts';
import { childrenOf, within, writeXml, type Element } from '../xml.ts';
import { readBody } from './read-body.ts';
import { declarationsIn } from './declarations.ts';
import { partsOf } from './write-body.ts';
import { qtiWords } from './words.ts';
import { readWords, type ReadWords } from './read-words.ts';

/** Where an item stands: its file in the package, and what its pictures are called in Markdown. */
export interface ItemPlace {
	readonly file: string;
	readonly about: About;
	picture(src: string): string | null;
}

/** Reads one item; what is malformed or can't be carried is told with its line. */
export function readItem(
	item: Element,
	{ file, about, picture }: ItemPlace
): { question: Incoming | null; remarks: readonly Remark[] } {
	const remarks = remarksOn(file);
	const words = readWords(remarks, picture);
	const carried = foreignTo(item, remarks) ? null : carriedFrom(item, words, remarks);
	if (!carried) return { question: null, remarks: remarks.all };
	const { identifier, 'xml:lang': lang } = item.attributes;
	if (lang && !/^vi\b/i.test(lang)) remarks.note(item.line, 'other-language', { lang });
	const id = about.id ?? identifier;
	return {
		question: { file, line: item.line, about: { ...about, ...(id && { id }) }, body: carried },
		remarks: remarks.all
	};
}

/** Items of other versions, templates and adaptive items are told and left. */
function foreignTo(item: Element, remarks: Remarks): boolean {
	const { name, line, attributes } = item;
	const [template] = childrenOf(item).filter((part) => part.name.startsWith('qti-template'));
	if (/^assessmentItem$/i.test(name)) remarks.left(line, 'qti-version', { name });
	else if (name !== 'qti-assessment-item') remarks.fault(line, 'qti-root', { name });
	else if (attributes.adaptive === 'true') remarks.left(line, 'qti-adaptive');
	else if (template) remarks.left(template.line, 'qti-template', { name: template.name });
	else return false;
	return true;
}

/** Parts of an item that say nothing of what is asked; all others are carried or told. */
const quiet = [
	...['qti-response-declaration', 'qti-outcome-declaration', 'qti-response-processing', 'qti-item-body'],
	...['qti-modal-feedback', 'qti-stylesheet']
];

function carriedFrom(item: Element, words: ReadWords, remarks: Remarks): CarriedQuestion | null {
	const [body] = childrenOf(item, 'qti-item-body');
	if (!body) {
		remarks.fault(item.line, 'qti-no-body');
		return null;
	}
	for (const part of childrenOf(item))
		if (!quiet.includes(part.name)) remarks.left(part.line, 'qti-part', { name: part.name });
	const feedback = feedbackIn(item, words);
	const read = readBody(body, { declared: declarationsIn(item), why: feedback.take, item, words }, remarks);
	if (read) tellScoring(item, read, remarks);
	return read && withGeneral(read, feedback.rest(), remarks);
}

/** What is said whatever was answered explains what explains nothing itself. */
function withGeneral(question: CarriedQuestion, rest: readonly Feedback[], remarks: Remarks): CarriedQuestion {
	const [only] = rest;
	const body = rest.length === 1 && only ? explained(question.body, only.why) : null;
	for (const { line, id } of rest) {
		if (body) remarks.note(line, 'feedback-used', { id });
		else remarks.left(line, 'feedback', { id });
	}
	return body ? { ...question, body } : question;
}

interface Feedback {
	readonly id: string;
	readonly line: number;
	readonly why: string;
}

/** What is said after the end, by identifier; each is taken once. */
function feedbackIn(item: Element, words: ReadWords) {
	const names = ['qti-modal-feedback', 'qti-feedback-block', 'qti-feedback-inline'];
	const all: Feedback[] = within(item, names).map((element) => ({
		id: element.attributes.identifier ?? '',
		line: element.line,
		why: toMarkdown(element.children, words.turningAt(element.line))
	}));
	const taken = new Set<Feedback>();
	return {
		take(id: string): string {
			const found = all.filter((each) => each.id === id && each.why !== '');
			for (const each of found) taken.add(each);
			return found.map(({ why }) => why).join('\n\n');
		},
		rest: () => all.filter((each) => each.why !== '' && !taken.has(each))
	};
}

const plainTemplate = /\/(?:match_correct|map_response)(?:\.xml)?$/;

/** Tells where answers are scored in another way than here: our own way is what we would write ourselves. */
function tellScoring(item: Element, question: CarriedQuestion, remarks: Remarks): void {
	const [processing] = childrenOf(item, 'qti-response-processing');
	if (!processing || (isExact(question) && plainTemplate.test(processing.attributes.template ?? ''))) return;
	const ours = partsOf(question, qtiWords('vi', new Map()));
	const rules = childrenOf(processing).filter(({ attributes }) => attributes.identifier !== 'FEEDBACK');
	const sameShares = sharesIn(childrenOf(item, 'qti-response-declaration')) === sharesIn(ours.declarations);
	if (rulesIn(rules) !== rulesIn(ours.processing) || !sameShares) remarks.left(processing.line, 'qti-scoring');
}

/** Where all or nothing is given, the common templates do the same as we. */
function isExact({ body }: CarriedQuestion): boolean {
	if (body.shape === 'number') return body.tolerance === 0;
	if (body.shape === 'gaps') return body.gaps.length === 1;
	return body.shape === 'text' || (body.shape === 'choice' && body.choices.filter(({ right }) => right).length === 1);
}

const rulesIn = (rules: readonly Element[]) => rules.map(writeXml).join('').replace(/>\s+</g, '><');
const sharesIn = (declarations: readonly Element[]) =>
	declarations
		.flatMap((declaration) => within(declaration, ['qti-map-entry']))
		.map(({ attributes }) => Number(attributes['mapped-value']))
		.sort((a, b) => a - b)
		.join(' ');
