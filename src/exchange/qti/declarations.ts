import { childrenOf, textOf, within, type Element } from '../xml.ts';

/** What an item says of one response: what is right, and what answers are worth. */
export interface Declared {
	readonly line: number;
	readonly cardinality: string;
	readonly type: string;
	readonly correct: readonly string[];
	readonly shares: readonly { readonly key: string; readonly value: number }[];
}

export function declarationsIn(item: Element): Map<string, Declared> {
	return new Map(
		childrenOf(item, 'qti-response-declaration').map((declaration) => [
			declaration.attributes.identifier ?? '',
			{
				line: declaration.line,
				cardinality: declaration.attributes.cardinality ?? 'single',
				type: declaration.attributes['base-type'] ?? '',
				correct: childrenOf(declaration, 'qti-correct-response').flatMap((correct) =>
					childrenOf(correct, 'qti-value').map((value) => words(value))
				),
				shares: within(declaration, ['qti-map-entry']).map(({ attributes }) => ({
					key: attributes['map-key'] ?? '',
					value: Number(attributes['mapped-value'] ?? 0)
				}))
			}
		])
	);
}

export const words = (element: Element) => textOf(element).replace(/\s+/g, ' ').trim();

/** What is right of it: as it says, else what the mapping gives something for. */
export function rightOf({ correct, shares }: Declared): readonly string[] {
	return correct.length > 0 ? correct : shares.filter(({ value }) => value > 0).map(({ key }) => key);
}
