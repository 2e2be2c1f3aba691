import type { Lang } from '../../platform/messages/index.ts';
import type { Outgoing } from '../outgoing.ts';
import { el, textOf, writeXml, type Element } from '../xml.ts';
import { partsOf, type QtiParts } from './write-body.ts';
import { qtiWords, type QtiWords } from './words.ts';

const itemNamespace = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
const schema = 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd';
const declared = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A question as a QTI 3.0 item, and what its interaction is called. */
export function qtiItem({ id, lang, question, pictures }: Outgoing): { xml: string; interaction: string } {
	const words = qtiWords(lang as Lang, pictures); // languages of questions are those of the site
	const parts = partsOf(question, words);
	const title = textOf(el('title', {}, words.blocks(question.stem.replace(/\[\[\d+\]\]/g, '…'))))
		.replace(/\s+/g, ' ')
		.trim();
	const item = el(
		'qti-assessment-item',
		{
			...{ xmlns: itemNamespace, 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' },
			...{ 'xsi:schemaLocation': `${itemNamespace} ${schema}`, identifier: id, title: title.slice(0, 120) },
			...{ adaptive: 'false', 'time-dependent': 'false', 'xml:lang': lang }
		},
		[
			...parts.declarations,
			...outcomes(),
			el('qti-item-body', {}, [...parts.body]),
			processing(parts),
			...feedback(parts, words)
		]
	);
	return { xml: `${declared}${writeXml(item)}\n`, interaction: parts.interaction };
}

const outcome = (id: string, { cardinality, type }: { cardinality: string; type: string }, value?: string) =>
	el(
		'qti-outcome-declaration',
		{ identifier: id, cardinality, 'base-type': type },
		value === undefined ? [] : [el('qti-default-value', {}, [el('qti-value', {}, [value])])]
	);

const points = { cardinality: 'single', type: 'float' };
const outcomes = () => [
	outcome('SCORE', points, '0'),
	outcome('MAXSCORE', points, '1'),
	outcome('FEEDBACK', { cardinality: 'multiple', type: 'identifier' })
];

const toldIn = ({ whys }: QtiParts) => whys.filter(({ why }) => why !== '');

function processing(parts: QtiParts): Element {
	const told = toldIn(parts);
	const values = parts.explains
		? [el('qti-variable', { identifier: parts.explains })]
		: told.map(({ id }) => el('qti-base-value', { 'base-type': 'identifier' }, [id]));
	const shown = el('qti-set-outcome-value', { identifier: 'FEEDBACK' }, [el('qti-multiple', {}, values)]);
	return el('qti-response-processing', {}, [...parts.processing, ...(told.length > 0 ? [shown] : [])]);
}

const feedback = (parts: QtiParts, words: QtiWords) =>
	toldIn(parts).map(({ id, why }) =>
		el('qti-modal-feedback', { 'outcome-identifier': 'FEEDBACK', identifier: id, 'show-hide': 'show' }, [
			el('qti-content-body', {}, words.blocks(why))
		])
	);
