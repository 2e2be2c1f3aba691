import type { CarriedBody, CarriedQuestion } from '../../catalog/index.ts';
import { withTwins } from '../bare-answers.ts';
import { el, type Element, type Node } from '../xml.ts';
import {
	equalProcessing,
	claimProcessing,
	mapped,
	mappedProcessing,
	matchProcessing,
	part,
	responseOf
} from './responses.ts';
import type { QtiWords } from './words.ts';

/** The parts of an item that depend on what kind of question it is. */
export interface QtiParts {
	/** As QTI's metadata call it. */
	readonly interaction: string;
	readonly declarations: readonly Element[];
	readonly body: readonly Node[];
	readonly processing: readonly Element[];
	/** What is said after the end, by the identifier of what it explains. */
	readonly whys: readonly { readonly id: string; readonly why: string }[];
	/** Where only what was chosen is explained: the response that tells what that is. */
	readonly explains: string | null;
}

/** The identifiers of things to choose: A, B, C… */
const identifier = (i: number) => String.fromCharCode(65 + i);

/** A question in the words of QTI. */
export function partsOf({ stem, body }: CarriedQuestion, words: QtiWords): QtiParts {
	switch (body.shape) {
		case 'choice':
			return choiceParts(body, words.blocks(stem), words);
		case 'claim':
			return claimParts(body, words.blocks(stem), words);
		case 'text':
			return textParts(body, words.blocks(stem));
		case 'number':
			return numberParts(body, words.blocks(stem));
		case 'pairs':
			return pairParts(body, words.blocks(stem), words);
		case 'steps':
			return stepParts(body, words.blocks(stem), words);
		case 'gaps':
			return body.words.some(({ right }) => !right) ? pickedParts(body, stem, words) : typedParts(body, stem, words);
	}
}

type Of<S extends CarriedBody['shape']> = CarriedBody & { shape: S };

const response = { 'response-identifier': 'RESPONSE' };

function choiceParts({ choices }: Of<'choice'>, stem: Node[], words: QtiWords): QtiParts {
	const rights = choices.flatMap(({ right }, i) => (right ? [identifier(i)] : []));
	const single = rights.length === 1;
	const offered = choices.map(({ text }, i) =>
		el('qti-simple-choice', { identifier: identifier(i) }, words.line(text))
	);
	const share = choices.map(({ right }, i) => ({
		key: identifier(i),
		value: right ? part(rights.length) : -part(rights.length)
	}));
	return {
		interaction: 'choiceInteraction',
		declarations: [
			responseOf(
				{ cardinality: single ? 'single' : 'multiple', type: 'identifier', correct: rights },
				single ? [] : [mapped(share)]
			)
		],
		body: [
			...stem,
			el('qti-choice-interaction', { ...response, shuffle: 'true', 'max-choices': single ? 1 : 0 }, offered)
		],
		processing: single ? matchProcessing() : mappedProcessing(['RESPONSE']),
		whys: choices.map(({ why }, i) => ({ id: identifier(i), why })),
		explains: 'RESPONSE'
	};
}

/** First whether it is so, then why: the reason counts with the right verdict only. */
function claimParts({ claim, why, reasons }: Of<'claim'>, stem: Node[], words: QtiWords): QtiParts {
	const verdicts = [true, false].map((verdict) =>
		el('qti-simple-choice', { identifier: String(verdict) }, [words.say(`questions.${verdict}`)])
	);
	const offered = reasons.map(({ text }, i) =>
		el('qti-simple-choice', { identifier: identifier(i) }, words.line(text))
	);
	const rights = reasons.flatMap(({ right }, i) => (right ? [identifier(i)] : []));
	const asked = (id: string, label: string, choices: Element[]) =>
		el('qti-choice-interaction', { 'response-identifier': id, shuffle: String(id === 'REASON'), 'max-choices': 1 }, [
			el('qti-prompt', {}, [words.say(label)]),
			...choices
		]);
	return {
		interaction: 'choiceInteraction',
		declarations: [
			responseOf({ id: 'CLAIM', cardinality: 'single', type: 'identifier', correct: [String(claim)] }),
			responseOf({ id: 'REASON', cardinality: 'single', type: 'identifier', correct: rights })
		],
		body: [...stem, asked('CLAIM', 'questions.claim', verdicts), asked('REASON', 'questions.reason', offered)],
		processing: claimProcessing(),
		whys: [{ id: 'CLAIM', why }, ...reasons.map((reason, i) => ({ id: identifier(i), why: reason.why }))],
		explains: null
	};
}

const entry = (id: string) => el('qti-text-entry-interaction', { 'response-identifier': id, 'expected-length': 20 });

function textParts({ answers }: Of<'text'>, stem: Node[]): QtiParts {
	const accepted = withTwins(answers);
	const shares = accepted.map(({ text }) => ({ key: text, value: 1 }));
	return {
		interaction: 'textEntryInteraction',
		declarations: [
			responseOf({ cardinality: 'single', type: 'string', correct: accepted.slice(0, 1).map(({ text }) => text) }, [
				mapped(shares)
			])
		],
		body: [...stem, el('p', {}, [entry('RESPONSE')])],
		processing: mappedProcessing(['RESPONSE']),
		whys: accepted.map(({ why }, i) => ({ id: `ANSWER_${i + 1}`, why })),
		explains: null
	};
}

function numberParts({ value, tolerance, unit, why }: Of<'number'>, stem: Node[]): QtiParts {
	return {
		interaction: 'textEntryInteraction',
		declarations: [responseOf({ cardinality: 'single', type: 'float', correct: [String(value)] })],
		body: [...stem, el('p', {}, [entry('RESPONSE'), ...(unit ? [` ${unit}`] : [])])],
		processing: equalProcessing(tolerance),
		whys: [{ id: 'ANSWER_1', why }],
		explains: null
	};
}

function pairParts({ pairs }: Of<'pairs'>, stem: Node[], words: QtiWords): QtiParts {
	const rights = [...new Set(pairs.map(({ right }) => right))];
	const lefts = pairs.filter(({ left }) => left !== '');
	const target = (right: string) => `T${rights.indexOf(right) + 1}`;
	const set = (choices: Element[]) => el('qti-simple-match-set', {}, choices);
	const choice = (id: string, text: string, most: number) =>
		el('qti-simple-associable-choice', { identifier: id, 'match-max': most }, words.line(text));
	const correct = lefts.map(({ right }, i) => `S${i + 1} ${target(right)}`);
	return {
		interaction: 'matchInteraction',
		declarations: [
			responseOf({ cardinality: 'multiple', type: 'directedPair', correct }, [
				mapped(correct.map((key) => ({ key, value: part(lefts.length) })))
			])
		],
		body: [
			...stem,
			el('qti-match-interaction', { ...response, shuffle: 'true', 'max-associations': lefts.length }, [
				set(lefts.map(({ left }, i) => choice(`S${i + 1}`, left, 1))),
				set(rights.map((right) => choice(target(right), right, 0)))
			])
		],
		processing: mappedProcessing(['RESPONSE']),
		whys: lefts.map(({ why }, i) => ({ id: `S${i + 1}`, why })),
		explains: null
	};
}

function stepParts({ steps }: Of<'steps'>, stem: Node[], words: QtiWords): QtiParts {
	const choices = steps.map(({ text }, i) => el('qti-simple-choice', { identifier: identifier(i) }, words.line(text)));
	return {
		interaction: 'orderInteraction',
		declarations: [
			responseOf({ cardinality: 'ordered', type: 'identifier', correct: steps.map((_, i) => identifier(i)) })
		],
		body: [...stem, el('qti-order-interaction', { ...response, shuffle: 'true' }, choices)],
		processing: matchProcessing(),
		whys: steps.map(({ why }, i) => ({ id: identifier(i), why })),
		explains: null
	};
}

/** Each gap is a field in the text. */
function typedParts({ gaps, words: explained }: Of<'gaps'>, stem: string, words: QtiWords): QtiParts {
	const ids = gaps.map((_, i) => `RESPONSE_${i + 1}`);
	const declarations = gaps.map((answers, i) => {
		const accepted = withTwins(answers.map((answer) => ({ ...answer, why: '' }))).map(({ text }) => text);
		const shares = accepted.map((key) => ({ key, value: part(gaps.length) }));
		return responseOf({ id: ids[i], cardinality: 'single', type: 'string', correct: accepted.slice(0, 1) }, [
			mapped(shares)
		]);
	});
	return {
		interaction: 'textEntryInteraction',
		declarations,
		body: words.blocks(stem, (i) => entry(ids[i] ?? '')),
		processing: mappedProcessing(ids),
		whys: gaps.map((answers, i) => ({
			id: ids[i] ?? '',
			why: explained.find(({ text }) => answers.some((answer) => answer.text === text))?.why ?? ''
		})),
		explains: null
	};
}

/** All gaps are filled from one list. */
function pickedParts({ gaps, words: listed }: Of<'gaps'>, stem: string, words: QtiWords): QtiParts {
	const firsts = gaps.map(([first]) => first?.text ?? '');
	const wrong = listed.filter(({ right }) => !right).map(({ text }) => text);
	const texts = [...new Set([...firsts, ...wrong])];
	const id = (text: string) => `W${texts.indexOf(text) + 1}`;
	const correct = firsts.map((text, i) => `${id(text)} G${i + 1}`);
	return {
		interaction: 'gapMatchInteraction',
		declarations: [
			responseOf({ cardinality: 'multiple', type: 'directedPair', correct }, [
				mapped(correct.map((key) => ({ key, value: part(gaps.length) })))
			])
		],
		body: [
			el('qti-gap-match-interaction', { ...response, shuffle: 'true', 'max-associations': gaps.length }, [
				...texts.map((text) => el('qti-gap-text', { identifier: id(text), 'match-max': 0 }, words.line(text))),
				...words.blocks(stem, (i) => el('qti-gap', { identifier: `G${i + 1}` }))
			])
		],
		processing: mappedProcessing(['RESPONSE']),
		whys: listed.map(({ text, why }) => ({ id: id(text), why })),
		explains: null
	};
}
