import { el, type Element } from '../xml.ts';

/** What one of so many equal parts is worth. */
export const part = (of: number) => Number((1 / of).toFixed(6));

interface Asked {
	readonly id?: string | undefined;
	readonly cardinality: 'single' | 'multiple' | 'ordered';
	readonly type: 'identifier' | 'directedPair' | 'string' | 'float';
	readonly correct: readonly string[];
}

export const responseOf = ({ id = 'RESPONSE', cardinality, type, correct }: Asked, more: Element[] = []) =>
	el('qti-response-declaration', { identifier: id, cardinality, 'base-type': type }, [
		el(
			'qti-correct-response',
			{},
			correct.map((value) => el('qti-value', {}, [value]))
		),
		...more
	]);

/** What each answer is worth; the whole never less than nothing nor more than one. */
export const mapped = (shares: readonly { readonly key: string; readonly value: number }[]) =>
	el(
		'qti-mapping',
		{ 'lower-bound': 0, 'upper-bound': 1, 'default-value': 0 },
		shares.map(({ key, value }) =>
			el('qti-map-entry', { 'map-key': key, 'mapped-value': value, 'case-sensitive': 'false' })
		)
	);

const variable = (id: string) => el('qti-variable', { identifier: id });
const correct = (id: string) => el('qti-correct', { identifier: id });
const float = (value: number) => el('qti-base-value', { 'base-type': 'float' }, [String(value)]);
const score = (value: Element) => el('qti-set-outcome-value', { identifier: 'SCORE' }, [value]);
const given = (condition: Element, then: Element[]) =>
	el('qti-response-condition', {}, [el('qti-response-if', {}, [condition, ...then])]);
const matches = (id: string) => el('qti-match', {}, [variable(id), correct(id)]);

/** All for the right response, nothing for any other. */
export const matchProcessing = () => [given(matches('RESPONSE'), [score(float(1))])];

/** What the mappings of these responses give together. */
export function mappedProcessing(ids: readonly string[]): Element[] {
	const values = ids.map((id) => el('qti-map-response', { identifier: id }));
	const [only] = values;
	return [score(values.length === 1 && only ? only : el('qti-sum', {}, values))];
}

export function equalProcessing(tolerance: number): Element[] {
	const mode =
		tolerance > 0
			? { 'tolerance-mode': 'absolute', tolerance: `${tolerance} ${tolerance}` }
			: { 'tolerance-mode': 'exact' };
	return [given(el('qti-equal', mode, [variable('RESPONSE'), correct('RESPONSE')]), [score(float(1))])];
}

/** A half for the verdict, and another for its reason. */
export const claimProcessing = () => [
	given(matches('CLAIM'), [score(float(0.5)), given(matches('REASON'), [score(float(1))])])
];
