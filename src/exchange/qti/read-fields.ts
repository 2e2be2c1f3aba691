import type { CarriedQuestion } from '../../catalog/index.ts';
import { withBareOnes } from '../bare-answers.ts';
import type { Remarks } from '../remark.ts';
import { childrenOf, replaced, textOf, within, type Element } from '../xml.ts';
import { rightOf } from './declarations.ts';
import type { BodyContext, Interaction } from './interactions.ts';
import { marked } from './read-words.ts';

type Context = BodyContext & { readonly remarks: Remarks };

/** Fields in the text: one that stands alone asks for a few words or a number, any others are gaps. */
export function readFields(body: Element, found: readonly Interaction[], context: Context): CarriedQuestion {
	const [only] = found;
	const alone =
		found.length === 1 && only?.element.name === 'qti-text-entry-interaction' ? blockAround(body, only.element) : null;
	if (only && alone) {
		const stem = context.words.blocks(
			replaced(body.children, (element) => (element === alone ? [] : null)),
			body.line
		);
		if (isNumber(only)) return { stem, body: numberOf(only, alone, context) };
		if (textOf(alone).trim() === '') return { stem, body: { shape: 'text', answers: answersOf(only, context) } };
	}
	return gapsOf(body, found, context);
}

const isNumber = ({ declared: { type } }: Interaction) => type === 'float' || type === 'integer';

/** The block that holds the field and at most a unit; null where the field stands in a sentence. */
function blockAround(body: Element, field: Element): Element | null {
	const block = within(body, ['p', 'div']).find(({ children }) => children.includes(field));
	const others = (block?.children ?? []).filter(
		(node) => node !== field && (typeof node !== 'string' || node.trim() !== '')
	);
	const plain =
		others.every((node) => typeof node === 'string') && textOf({ ...field, children: others }).trim().length <= 20;
	const first = block?.children.find((node) => typeof node !== 'string' || node.trim() !== '');
	return block && plain && first === field ? block : null;
}

function numberOf({ declared }: Interaction, block: Element, { item, why }: Context): CarriedQuestion['body'] {
	const [equal] = within(item, ['qti-equal']);
	const [low = '0', high = low] = (equal?.attributes.tolerance ?? '0').trim().split(/\s+/);
	const value = Number(rightOf(declared)[0]);
	const relative = equal?.attributes['tolerance-mode'] === 'relative' ? Math.abs(value) / 100 : 1;
	return {
		shape: 'number',
		value,
		tolerance: Math.max(Number(low), Number(high)) * relative,
		unit: textOf(block).replace(/\s+/g, ' ').trim() || null,
		why: why('ANSWER_1')
	};
}

function answersOf({ declared }: Interaction, { why, remarks }: Context) {
	const whole = declared.shares
		.filter(({ value }) => value >= 1 - 1e-6 || declared.correct.length === 0)
		.map(({ key }) => key);
	for (const { key, value } of declared.shares)
		if (!whole.includes(key) && value > 0)
			remarks.left(declared.line, 'gift-part', { answer: key, weight: value * 100 });
	const texts = [...new Set([...declared.correct, ...whole])];
	return withBareOnes(texts.map((text, i) => ({ text, why: why(`ANSWER_${i + 1}`) })));
}

function gapsOf(body: Element, found: readonly Interaction[], context: Context): CarriedQuestion {
	const stem = context.words.blocks(
		marked(
			body.children,
			found.map(({ element }) => element)
		),
		body.line
	);
	const wrong = new Map<string, { text: string; right: boolean; why: string }>();
	const gaps = found.map((interaction) => {
		const { element, declared, response } = interaction;
		if (isNumber(interaction)) context.remarks.note(element.line, 'qti-number-gap');
		if (element.name === 'qti-text-entry-interaction') {
			const texts = [
				...new Set([...declared.correct, ...declared.shares.filter(({ value }) => value > 0).map(({ key }) => key)])
			];
			return { response, answers: withBareOnes(texts.map((text) => ({ text, why: '' }))) };
		}
		const choices = childrenOf(element, 'qti-inline-choice').map((choice) => ({
			id: choice.attributes.identifier ?? '',
			text: context.words.line(choice)
		}));
		const right = choices.find(({ id }) => rightOf(declared).includes(id));
		for (const { id, text } of choices)
			if (id !== right?.id) wrong.set(text, { text, right: false, why: context.why(id) });
		return { response, answers: [{ text: right?.text ?? '', bare: false }] };
	});
	if (wrong.size > 0 && found.length > 1) context.remarks.left(body.line, 'qti-own-lists');
	for (const { answers } of gaps) for (const { text } of answers) wrong.delete(text);
	const told = gaps.flatMap(({ response, answers: [first] }) => {
		const why = context.why(response);
		return why && first ? [{ text: first.text, right: true, why }] : [];
	});
	return {
		stem,
		body: { shape: 'gaps', gaps: gaps.map(({ answers }) => answers), words: [...told, ...wrong.values()] }
	};
}
