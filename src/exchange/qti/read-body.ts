import type { CarriedBody, CarriedQuestion } from '../../catalog/index.ts';
import type { Remarks } from '../remark.ts';
import { childrenOf, replaced, within, type Element, type Node } from '../xml.ts';
import { rightOf } from './declarations.ts';
import { interactionsIn, type BodyContext, type Interaction } from './interactions.ts';
import { readFields } from './read-fields.ts';
import { marked } from './read-words.ts';

/** What an item asks, in a shape of ours; null, and a remark, where it has none. */
export function readBody(body: Element, context: BodyContext, remarks: Remarks): CarriedQuestion | null {
	const found = interactionsIn(body, context, remarks);
	if (!found) return null;
	const [first] = found;
	if (!first) {
		remarks.left(body.line, 'qti-asks-nothing');
		return null;
	}
	for (const element of within(body, ['qti-rubric-block']))
		remarks.left(element.line, 'qti-part', { name: element.name });
	const fields = found.every(({ element }) =>
		['qti-text-entry-interaction', 'qti-inline-choice-interaction'].includes(element.name)
	);
	if (fields) return readFields(body, found, { ...context, remarks });
	const read = found.length === 1 ? blockReaders[first.element.name] : claimOf(found);
	if (!read) {
		const name = found.length > 1 ? found.map(({ element }) => element.name).join(', ') : first.element.name;
		remarks.left(first.element.line, 'qti-interaction', { name });
		return null;
	}
	const asked = read(first, context, found);
	const stem = asked.stem ?? context.words.blocks(stemNodes(body.children), body.line);
	return { stem, body: asked.body };
}

/** The body without its interactions; what prompts them stays. */
const stemNodes = (nodes: readonly Node[]) =>
	replaced(nodes, (element) => {
		if (element.name === 'qti-rubric-block') return [];
		return element.name.endsWith('-interaction') ? childrenOf(element, 'qti-prompt') : null;
	});

interface Asked {
	readonly body: CarriedBody;
	/** Where the stem is no more than what stands around the interaction, it is left out. */
	readonly stem?: string;
}
type Reader = (interaction: Interaction, context: BodyContext, all: readonly Interaction[]) => Asked;

const idOf = ({ attributes }: Element) => attributes.identifier ?? '';

const choicesOf = ({ element, declared }: Interaction, { words, why }: BodyContext) =>
	childrenOf(element, 'qti-simple-choice').map((choice) => ({
		text: words.line(choice),
		right: rightOf(declared).includes(idOf(choice)),
		why: why(idOf(choice))
	}));

const blockReaders: Partial<Record<string, Reader>> = {
	'qti-choice-interaction': (interaction, context) => ({
		body: {
			shape: 'choice',
			many: interaction.declared.cardinality !== 'single',
			choices: choicesOf(interaction, context)
		}
	}),
	'qti-order-interaction'({ element, declared }, { words, why }) {
		const choices = new Map(childrenOf(element, 'qti-simple-choice').map((choice) => [idOf(choice), choice]));
		const inOrder = rightOf(declared).flatMap((id) => choices.get(id) ?? []);
		return {
			body: { shape: 'steps', steps: inOrder.map((step) => ({ text: words.line(step), why: why(idOf(step)) })) }
		};
	},
	'qti-match-interaction'({ element, declared }, { words, why }) {
		const [sources = [], targets = []] = childrenOf(element, 'qti-simple-match-set').map((set) =>
			childrenOf(set, 'qti-simple-associable-choice')
		);
		const ends = rightOf(declared).map((pair) => pair.split(' '));
		const textOf = (id: string | undefined) => {
			const target = targets.find((each) => idOf(each) === id);
			return target ? words.line(target) : '';
		};
		const paired = sources.map((source) => ({
			left: words.line(source),
			right: textOf(ends.find(([from]) => from === idOf(source))?.[1]),
			why: why(idOf(source))
		}));
		return { body: { shape: 'pairs', pairs: inTheirOrder(paired, targets.map(words.line)) } };
	},
	'qti-gap-match-interaction'({ element, declared }, { words, why }) {
		const listed = childrenOf(element, 'qti-gap-text').map((text) => ({ id: idOf(text), text: words.line(text) }));
		const gaps = within(element, ['qti-gap']);
		const ends = rightOf(declared).map((pair) => pair.split(' '));
		const answers = gaps.map((gap) =>
			listed.find(({ id }) => ends.some(([from, to]) => from === id && to === idOf(gap)))
		);
		const isRight = (id: string) => answers.some((answer) => answer?.id === id);
		const nodes = marked(
			element.children.filter((node) => typeof node === 'string' || node.name !== 'qti-gap-text'),
			gaps
		);
		return {
			stem: words.blocks(nodes, element.line),
			body: {
				shape: 'gaps',
				gaps: answers.map((answer) => [{ text: answer?.text ?? '', bare: false }]),
				words: listed
					.map(({ id, text }) => ({ text, right: isRight(id), why: why(id) }))
					.filter((word) => !word.right || word.why)
			}
		};
	}
};

/** Two choices of ours: whether it is so, and why. */
function claimOf(found: readonly Interaction[]): Reader | undefined {
	const [claim, reason] = found;
	if (found.length !== 2 || claim?.response !== 'CLAIM' || reason?.response !== 'REASON') return undefined;
	return (_, context) => ({
		stem: context.words.blocks(
			replaced(childrenOf(context.item, 'qti-item-body'), ({ name }) => (name.endsWith('-interaction') ? [] : null)),
			context.item.line
		),
		body: {
			...{
				shape: 'claim',
				claim: rightOf(claim.declared)[0] === 'true'
			},
			...{ why: context.why('CLAIM'), reasons: choicesOf(reason, context) }
		}
	});
}

/** Right sides that belong to nothing stand where the list of the right sides has them. */
function inTheirOrder(
	pairs: readonly { left: string; right: string; why: string }[],
	rights: readonly string[]
): typeof pairs {
	const made: { left: string; right: string; why: string }[] = [];
	const seen = new Set<string>();
	const rest = [...rights];
	for (const pair of pairs) {
		while (rest[0] !== undefined && (seen.has(rest[0]) || !pairs.some(({ right }) => right === rest[0]))) {
			const right = rest.shift() ?? '';
			if (!seen.has(right)) made.push({ left: '', right, why: '' });
		}
		made.push(pair);
		seen.add(pair.right);
		if (rest[0] === pair.right) rest.shift();
	}
	return [...made, ...rest.filter((right) => !seen.has(right)).map((right) => ({ left: '', right, why: '' }))];
}
