import type { Outgoing } from '../outgoing.ts';
import { makeZip } from '../../platform/zip.ts';
import { el, writeXml, type Element } from '../xml.ts';
import { qtiItem } from './write-item.ts';

const packageNamespace = 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1';
export const itemType = 'imsqti_item_xmlv3p0';

/** What is said of a question beside its words; the names in the manifest begin with `bdhvs:`. */
export const aboutNames = ['course', 'purpose', 'skill', 'level', 'lesson', 'grade'] as const;

/** A QTI 3.0 package: the manifest, an item for each question, and the pictures they show. */
export function qtiPackage(questions: readonly Outgoing[], media: ReadonlyMap<string, Uint8Array>): Uint8Array {
	const files = new Map<string, Uint8Array | string>();
	const resources = questions.map((question) => {
		const { xml, interaction } = qtiItem(question);
		const href = `items/${question.id}.xml`;
		files.set(href, xml);
		return resourceOf(question, href, interaction);
	});
	const manifest = el('manifest', { xmlns: packageNamespace, identifier: 'bdhvs-questions' }, [
		el('metadata', {}, [el('schema', {}, ['QTI Package']), el('schemaversion', {}, ['3.0.0'])]),
		el('organizations'),
		el('resources', {}, resources)
	]);
	const all = new Map<string, Uint8Array | string>([
		['imsmanifest.xml', `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(manifest)}\n`],
		...files,
		...media
	]);
	return makeZip(all);
}

function resourceOf(question: Outgoing, href: string, interaction: string): Element {
	const shown = [...new Set(question.pictures.values())];
	return el('resource', { identifier: `item-${question.id}`, type: itemType, href }, [
		el('metadata', {}, [lomOf(question), qtiMetadata(interaction)]),
		...[href, ...shown].map((file) => el('file', { href: file }))
	]);
}

const string = (text: string) => el('string', {}, [text]);

/** IEEE LOM: language, the version, and where the question belongs. */
function lomOf({ id, hash, lang, about }: Outgoing): Element {
	const entries = aboutNames.flatMap((name) => (about[name] ? [taxon(name, about[name])] : []));
	return el('lom', { xmlns: 'http://ltsc.ieee.org/xsd/LOM' }, [
		el('general', {}, [
			el('identifier', {}, [el('catalog', {}, ['bdhvs']), el('entry', {}, [id])]),
			el('language', {}, [lang])
		]),
		el('lifeCycle', {}, [el('version', {}, [string(hash)])]),
		...entries
	]);
}

const purposes: Partial<Record<string, string>> = {
	skill: 'competency',
	level: 'skill level',
	grade: 'educational level'
};

const taxon = (name: string, value: string) =>
	el('classification', {}, [
		el('purpose', {}, [el('source', {}, ['LOMv1.0']), el('value', {}, [purposes[name] ?? 'discipline'])]),
		el('taxonPath', {}, [el('source', {}, [string(`bdhvs:${name}`)]), el('taxon', {}, [el('id', {}, [value])])])
	]);

const qtiMetadata = (interaction: string) =>
	el('qtiMetadata', { xmlns: 'http://www.imsglobal.org/xsd/imsqti_metadata_v3p0' }, [
		el('timeDependent', {}, ['false']),
		el('interactionType', {}, [interaction]),
		el('feedbackType', {}, ['nonadaptive']),
		el('solutionAvailable', {}, ['true'])
	]);
