import type { CarriedBody, CarriedQuestion } from '../../catalog/index.ts';
import { say } from '../../platform/messages/index.ts';
import type { Incoming, ReadFile } from '../incoming.ts';
import { remarksOn, type Remarks } from '../remark.ts';
import { withBareOnes } from '../bare-answers.ts';
import { explained } from '../explained.ts';
import { htmlNodes } from '../words/html.ts';
import { escapeMarkdown, escapeStart } from '../words/escape.ts';
import { toLine, toMarkdown, type Turning } from '../words/to-markdown.ts';
import { blocksOf } from './blocks.ts';
import { parseBlock, type Answers, type GiftAnswer, type GiftQuestion, type Piece } from './parse-block.ts';
import { checkWeights } from './weights.ts';
import { numberFrom } from './numbers.ts';

/** Reads a GIFT file as Moodle describes it. What is malformed or can't be carried is told with its line. */
export function readGift(text: string, file: string): ReadFile {
	const remarks = remarksOn(file);
	const questions: Incoming[] = [];
	for (const block of blocksOf(normalised(text), remarks)) {
		const question = parseBlock(block, remarks);
		const carried = question && carriedFrom(question, remarks);
		if (!question || !carried) continue;
		const { line, answers } = question;
		const lines = answers && 'list' in answers ? answers.list.map((each) => each.line) : [];
		questions.push({ file, line, lines, about: aboutOf(question, remarks), body: carried });
	}
	return { questions, remarks: remarks.all, media: [] };
}

const normalised = (text: string) =>
	text
		.replace(/^\uFEFF/, '')
		.replace(/\r\n?/g, '\n')
		.normalize('NFC');

/** A title that looks like one of our ids is one; any other is lost. */
function aboutOf({ about, title, line }: GiftQuestion, remarks: Remarks): Incoming['about'] {
	if (!title || title === about.id) return about;
	if (about.id === undefined && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(title)) return { ...about, id: title };
	remarks.left(line, 'gift-title', { title });
	return about;
}

function carriedFrom(question: GiftQuestion, remarks: Remarks): CarriedQuestion | null {
	const { answers, line } = question;
	if (!answers || answers.kind === 'essay') {
		remarks.left(line, answers ? 'gift-essay' : 'gift-description');
		return null;
	}
	const body = bodyFrom(question, remarks);
	if (!body) return null;
	const stem = markdownFrom(question.stem, remarks);
	if (!question.after) return { stem, body: withGeneral(body, question, remarks) };
	const after = markdownFrom({ ...question.stem, text: question.after }, remarks);
	const gap = gapFrom(body, question, remarks);
	return (
		gap && {
			stem: `${stem} [[1]]${/^[.,;:!?…)]/.test(after) ? '' : ' '}${after}`,
			body: withGeneral(gap, question, remarks)
		}
	);
}

function bodyFrom(question: GiftQuestion, remarks: Remarks): CarriedBody | null {
	const { answers } = question;
	if (answers?.kind === 'truth') return truthFrom(answers, remarks);
	const list = answers && 'list' in answers ? answers.list : [];
	if (answers?.kind === 'number') return numberFrom(list, (piece) => markdownFrom(piece, remarks), remarks);
	if (!list.every(({ right }) => right)) return choiceFrom(list, remarks);
	const unpaired = list.find(({ piece }) => !piece.text.includes('->'));
	if (!unpaired) return { shape: 'pairs', pairs: list.map((answer) => pairFrom(answer, remarks)) };
	if (!list.some(({ piece }) => piece.text.includes('->'))) return textFrom(list, remarks);
	remarks.fault(unpaired.line, 'gift-pair');
	return null;
}

function truthFrom(answers: Answers & { kind: 'truth' }, remarks: Remarks): CarriedBody {
	const choice = (truth: boolean) => {
		const right = answers.truth === truth;
		const why = right ? answers.right : answers.wrong;
		return { text: say('vi', `questions.${truth}`), right, why: why ? markdownFrom(why, remarks) : '' };
	};
	return { shape: 'choice', many: false, choices: [choice(true), choice(false)] };
}

function pairFrom({ piece, why }: GiftAnswer, remarks: Remarks) {
	const at = piece.text.indexOf('->');
	const side = (text: string) => lineFrom({ ...piece, text: text.trim() }, remarks);
	return {
		left: side(piece.text.slice(0, at)),
		right: side(piece.text.slice(at + 2)),
		why: why ? markdownFrom(why, remarks) : ''
	};
}

/** Answers that are written are plain words; only those that are wholly right are carried. */
function textFrom(list: readonly GiftAnswer[], remarks: Remarks): CarriedBody {
	const whole = list.filter(({ weight, piece, line }) => {
		const wild = /(?<!\\)\*/.test(piece.text);
		const carried = (weight === null || weight === 100) && !wild && piece.text !== '';
		if (!carried) remarks.left(line, wild ? 'gift-wildcard' : 'gift-part', { answer: piece.text, weight: weight ?? 0 });
		return carried;
	});
	const answers = whole.map(({ piece, why }) => ({
		text: piece.text.replaceAll('\\*', '*').replace(/\s+/g, ' '),
		why: why ? markdownFrom(why, remarks) : ''
	}));
	return { shape: 'text', answers: withBareOnes(answers) };
}

/** Null, and a fault, where nothing is right. */
function choiceFrom(list: readonly GiftAnswer[], remarks: Remarks): CarriedBody | null {
	const many = !list.some(({ right }) => right);
	if (many && !list.some(({ weight }) => (weight ?? 0) > 0)) {
		remarks.fault(list[0]?.line ?? 1, 'gift-no-answer');
		return null;
	}
	checkWeights(list, many, remarks);
	const choices = list.map(({ right, weight, piece, why }) => ({
		text: lineFrom(piece, remarks),
		right: many ? (weight ?? 0) > 0 : right,
		why: why ? markdownFrom(why, remarks) : ''
	}));
	return { shape: 'choice', many, choices };
}

/** Answers in the middle of the text: written where all are right, else picked. */
function gapFrom(body: CarriedBody, { line }: GiftQuestion, remarks: Remarks): CarriedBody | null {
	if (body.shape === 'text') {
		const words = body.answers.flatMap(({ text, why }) => (why ? [{ text, right: true, why }] : []));
		return { shape: 'gaps', gaps: [body.answers], words };
	}
	const right = body.shape === 'choice' ? body.choices.filter((choice) => choice.right) : [];
	const [only] = right;
	if (body.shape === 'choice' && right.length === 1 && only) {
		const words = body.choices.filter((choice) => !choice.right || choice.why);
		return { shape: 'gaps', gaps: [[{ text: only.text, bare: false }]], words };
	}
	remarks.left(line, 'gift-gap');
	return null;
}

/** General feedback explains what explains nothing itself; where everything does, it is lost. */
function withGeneral(body: CarriedBody, { general }: GiftQuestion, remarks: Remarks): CarriedBody {
	if (!general || general.text === '') return body;
	const why = markdownFrom(general, remarks);
	const filled = explained(body, why);
	if (filled) remarks.note(general.line, 'gift-general-used');
	else remarks.left(general.line, 'gift-general');
	return filled ?? body;
}

const turningFor = (piece: Piece, remarks: Remarks): Turning => ({
	picture: () => null,
	lost: ({ name }) => remarks.left(piece.line, 'markup', { name })
});

/** Moodle's own format is plain text in which HTML counts. */
const isHtml = ({ format, text }: Piece) =>
	format === 'html' || (format === 'moodle' && /<[a-z/!][^>]*>|&#?\w+;/i.test(text));

const nodesOf = (piece: Piece, remarks: Remarks) =>
	htmlNodes(piece.text, (name) => remarks.left(piece.line, 'markup', { name }));

function markdownFrom(piece: Piece, remarks: Remarks): string {
	if (piece.format === 'markdown') return piece.text;
	if (isHtml(piece)) return toMarkdown(nodesOf(piece, remarks), turningFor(piece, remarks));
	return piece.text
		.split(/\n\s*\n/)
		.map((paragraph) => escapeStart(escapeMarkdown(paragraph.replace(/\s+/g, ' ').trim())))
		.join('\n\n');
}

function lineFrom(piece: Piece, remarks: Remarks): string {
	if (piece.format === 'markdown') return piece.text.replace(/\s+/g, ' ');
	if (isHtml(piece)) return toLine(nodesOf(piece, remarks), turningFor(piece, remarks));
	return escapeMarkdown(piece.text.replace(/\s+/g, ' '));
}
