import type { Remarks } from '../remark.ts';
import { childrenOf, within, type Element } from '../xml.ts';
import { rightOf, type Declared } from './declarations.ts';

const named = [
	'qti-simple-choice',
	'qti-inline-choice',
	'qti-simple-associable-choice',
	'qti-gap-text',
	'qti-gap-img',
	'qti-gap'
];

/** Whether a key names what is there, once each; else a fault. What it leaves open is told, for it is lost here. */
export function keyIsSound(element: Element, declared: Declared, remarks: Remarks): boolean {
	if (element.name === 'qti-text-entry-interaction') return true;
	const ids = within(element, named).map(({ attributes, line }) => ({ id: attributes.identifier ?? '', line }));
	const known = ids.map(({ id }) => id);
	const twice = ids.find(({ id }, i) => known.indexOf(id) !== i);
	if (twice) remarks.fault(twice.line, 'qti-id-twice', { id: twice.id });
	const right = rightOf(declared);
	const stray = right.find((key) => key.split(' ').some((id) => !known.includes(id)));
	if (stray !== undefined) remarks.fault(declared.line, 'qti-key', { key: stray });
	tellOpen(element, right, remarks);
	return !twice && stray === undefined;
}

/** Steps without a place in the order, and second partners. */
function tellOpen(element: Element, right: readonly string[], remarks: Remarks): void {
	if (element.name === 'qti-order-interaction')
		for (const { attributes, line } of childrenOf(element, 'qti-simple-choice'))
			if (!right.includes(attributes.identifier ?? ''))
				remarks.left(line, 'qti-no-place', { id: attributes.identifier ?? '' });
	if (element.name !== 'qti-match-interaction') return;
	const from = right.map((key) => key.split(' ')[0]);
	for (const [i, key] of right.entries())
		if (from.indexOf(from[i]) !== i) remarks.left(element.line, 'qti-second-partner', { key });
}
