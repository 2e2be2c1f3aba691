import type { Remarks } from '../remark.ts';
import { childrenOf, type Element } from '../xml.ts';
import { rightOf, type Declared } from './declarations.ts';
import { keyIsSound } from './keys.ts';
import type { ReadWords } from './read-words.ts';

export interface BodyContext {
	readonly item: Element;
	readonly declared: ReadonlyMap<string, Declared>;
	readonly words: ReadWords;
	/** What explains the thing of that identifier; empty where nothing does. */
	why(id: string): string;
}

/** An interaction with what is declared of its response. */
export interface Interaction {
	readonly element: Element;
	readonly response: string;
	readonly declared: Declared;
}

/** Those that we have a shape for; what others declare nobody looks at. */
const known = ['choice', 'order', 'match', 'gap-match', 'text-entry', 'inline-choice'].map(
	(name) => `qti-${name}-interaction`
);

/** The interactions of an item's body; null, and a fault, where what they need is not declared. */
export function interactionsIn(body: Element, { declared }: BodyContext, remarks: Remarks): Interaction[] | null {
	const elements = interactionElements(body);
	const found = elements.map((element) => {
		const response = element.attributes['response-identifier'] ?? '';
		const own = declared.get(response);
		if (!own) remarks.fault(element.line, 'qti-undeclared', { id: response });
		else if (known.includes(element.name) && rightOf(own).length === 0)
			remarks.fault(own.line, 'qti-no-correct', { id: response });
		else if (!known.includes(element.name) || keyIsSound(element, own, remarks))
			return { element, response, declared: own };
		return null;
	});
	return found.every((each) => each !== null) ? found : null;
}

const interactionElements = (element: Element): Element[] =>
	childrenOf(element).flatMap((child) => (child.name.endsWith('-interaction') ? [child] : interactionElements(child)));
