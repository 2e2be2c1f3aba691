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
	if (lang && !/^vi\b/i.test(lang)) remarks.add(item.line, 'note', 'other-language', { lang });
	const id = about.id ?? identifier;
	return {
		question: { file, line: item.line, about: { ...about, ...(id && { id }) }, body: carried },
		remarks: remarks.all
	};
}

/** Items of other versions, templates and adaptive items are told and left. */
function foreignTo(item: Element, remarks: Remarks): boolean {
	const add = (line: number, kind: 'fault' | 'left', code: string, name: string) => {
		remarks.add(line, kind, code, { name });
		return true;
	};
	if (/^assessmentItem$/i.test(item.name)) return add(item.line, 'left', 'qti-version', item.name);
	if (item.name !== 'qti-assessment-item') return add(item.line, 'fault', 'qti-root', item.name);
	if (item.attributes.adaptive === 'true') return add(item.line, 'left', 'qti-adaptive', item.name);
	const [template] = childrenOf(item).filter(({ name }) => name.startsWith('qti-template'));
	return template ? add(template.line, 'left', 'qti-template', template.name) : false;
}

/** Parts of an item that say nothing of what is asked; all others are carried or told. */
const quiet = [
	...['qti-response-declaration', 'qti-outcome-declaration', 'qti-response-processing', 'qti-item-body'],
	...['qti-modal-feedback', 'qti-stylesheet']
];

function carriedFrom(item: Element, words: ReadWords, remarks: Remarks): CarriedQuestion | null {
	const [body] = childrenOf(item, 'qti-item-body');
	if (!body) {
		remarks.add(item.line, 'fault', 'qti-no-body');
		return null;
	}
	for (const part of childrenOf(item))
		if (!quiet.includes(part.name)) remarks.add(part.line, 'left', 'qti-part', { name: part.name });
	const feedback = feedbackIn(item, words);
	const read = readBody(body, { declared: declarationsIn(item), why: feedback.take, item, words }, remarks);
	if (!read) return null;
	tellScoring(item, read, remarks);
	const rest = feedback.rest();
	const [only] = rest;
	const general = rest.length === 1 && only ? explained(read.body, only.why) : null;
	for (const { line, id } of rest)
		remarks.add(line, general ? 'note' : 'left', general ? 'feedback-used' : 'feedback', { id });
	return general ? { ...read, body: general } : read;
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

const plainTemplate = /\/(match_correct|map_response)(\.xml)?$/;

/** Tells where answers are scored in another way than here: our own way is what we would write ourselves. */
function tellScoring(item: Element, question: CarriedQuestion, remarks: Remarks): void {
	const [processing] = childrenOf(item, 'qti-response-processing');
	const [, template] = plainTemplate.exec(processing?.attributes.template ?? '') ?? [];
	const { body } = question;
	const ours = partsOf(question, qtiWords('vi', new Map()));
	const exact =
		body.shape === 'text' || (body.shape === 'choice' && body.choices.filter(({ right }) => right).length === 1);
	if (!processing || (exact && template)) return;
	if (body.shape === 'number' && template && body.tolerance === 0) return;
	const rules = childrenOf(processing).filter(
		(rule) => !(rule.name === 'qti-set-outcome-value' && rule.attributes.identifier === 'FEEDBACK')
	);
	const same = signed(rules) === signed(ours.processing);
	const weighs = (elements: readonly Element[]) =>
		within({ ...item, children: [...elements] }, ['qti-map-entry'])
			.map(({ attributes }) => Number(attributes['mapped-value']))
			.sort()
			.join();
	if (same && weighs(childrenOf(item, 'qti-response-declaration')) === weighs(ours.declarations)) return;
	remarks.add(processing.line, 'left', 'qti-scoring');
}

/** Rules without the spaces between them. */
const signed = (rules: readonly Element[]) => rules.map(writeXml).join('').replace(/>\s+</g, '><');
