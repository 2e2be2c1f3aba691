import { posix } from 'node:path';
import type { About, Incoming, IncomingMedia, ReadFile } from '../incoming.ts';
import { packaged } from '../place-media.ts';
import { remarksOn, type Remark } from '../remark.ts';
import { childrenOf, parseXml, within, XmlFault, type Element } from '../xml.ts';
import { openZip, textIn, ZipFault } from '../../platform/zip.ts';
import { words } from './declarations.ts';
import { readItem } from './read-item.ts';
import { aboutNames, itemType } from './write-package.ts';

const manifestName = 'imsmanifest.xml';

/** Reads a QTI 3.0 package: what its manifest lists, each item by itself, so that one that is malformed is told alone. */
export function readQtiPackage(bytes: Uint8Array, file: string): ReadFile {
	const remarks = remarksOn(file);
	const files = opened(bytes, (code) => remarks.fault(1, code));
	const manifest = files && xmlAt(files, manifestName, file);
	if (!files || !manifest) return { questions: [], remarks: remarks.all, media: [] };
	if ('kind' in manifest) return { questions: [], remarks: [manifest], media: [] };
	const reading: Reading = { file, files, media: new Map() };
	const parts = within(manifest, ['resource']).map((resource) => readResource(resource, reading));
	if (parts.length === 0) remarks.fault(manifest.line, 'qti-no-items');
	return {
		questions: parts.flatMap(({ question }) => question ?? []),
		remarks: [...remarks.all, ...parts.flatMap((part) => part.remarks)],
		media: [...reading.media.values()]
	};
}

/** Reads a single item that lies in a file of its own. */
export function readQtiItem(bytes: Uint8Array, file: string): ReadFile {
	const item = xmlAt(new Map([[file, bytes]]), file, '');
	if ('kind' in item) return { questions: [], remarks: [item], media: [] };
	const { question, remarks } = readItem(item, { file, about: {}, picture: () => null });
	return { questions: question ? [question] : [], remarks, media: [] };
}

interface Reading {
	readonly file: string;
	readonly files: ReadonlyMap<string, Uint8Array>;
	/** The pictures that items show, by their path. */
	readonly media: Map<string, IncomingMedia>;
}

function opened(bytes: Uint8Array, refuse: (code: ZipFault['code']) => void): Map<string, Uint8Array> | null {
	try {
		return openZip(bytes);
	} catch (error) {
		if (!(error instanceof ZipFault)) throw error;
		refuse(error.code);
		return null;
	}
}

/** The root of an XML file; a fault where there is none to be read. */
function xmlAt(files: ReadonlyMap<string, Uint8Array>, path: string, inside: string): Element | Remark {
	const file = inside ? `${inside}/${path}` : path;
	const fault = (code: string, line = 1): Remark => ({ file, line, kind: 'fault', code });
	const bytes = files.get(path);
	if (!bytes) return fault('qti-missing');
	const text = textIn(bytes);
	if (text === null) return fault('not-utf8');
	try {
		return parseXml(text.normalize('NFC'));
	} catch (error) {
		if (!(error instanceof XmlFault)) throw error;
		return fault(error.code, error.line);
	}
}

function readResource(resource: Element, reading: Reading): { question: Incoming | null; remarks: readonly Remark[] } {
	const { type = '', href = '' } = resource.attributes;
	const remarks = remarksOn(`${reading.file}/${manifestName}`);
	const nothing = { question: null, remarks: remarks.all };
	if (/webcontent|associatedcontent|css|resourcemetadata|controlfile/i.test(type)) return nothing;
	if (!type.startsWith(itemType)) {
		remarks.left(resource.line, /v[12]p\d$/.test(type) ? 'qti-version' : 'qti-resource', { name: type });
		return nothing;
	}
	const about = aboutIn(resource);
	for (const { line, name } of about.others) remarks.left(line, 'qti-metadata', { name });
	const item = xmlAt(reading.files, href, reading.file);
	if ('kind' in item) return { question: null, remarks: [...remarks.all, item] };
	const picture = (src: string) => pictureAt(posix.join(posix.dirname(href), src), reading);
	const read = readItem(item, { file: `${reading.file}/${href}`, about: about.about, picture });
	return { question: read.question, remarks: [...remarks.all, ...read.remarks] };
}

/** What the manifest says of an item: ours is kept, anything else is told. */
function aboutIn(resource: Element): { about: About; others: { line: number; name: string }[] } {
	const others: { line: number; name: string }[] = within(resource, [
		'keyword',
		'description',
		'title',
		'contribute'
	]).map(({ line, name }) => ({ line, name }));
	const found: Record<string, string> = {};
	for (const path of within(resource, ['taxonPath'])) {
		const source = childrenOf(path, 'source').map(words).join();
		const id = within(path, ['id', 'entry']).map(words)[0] ?? '';
		const name = source.replace(/^bdhvs:/, '');
		if (source.startsWith('bdhvs:') && (aboutNames as readonly string[]).includes(name)) found[name] = id;
		else others.push({ line: path.line, name: `${source}: ${id}` });
	}
	return { about: found, others };
}

/** What a picture of the package is called until it has its place; null where the package has none such. */
function pictureAt(path: string, { files, media }: Reading): string | null {
	const bytes = files.get(path);
	if (!bytes) return null;
	const known = media.get(path);
	const plain = posix.basename(path).replace(/[^\w.-]+/g, '-');
	const taken = [...media.values()].some(({ name }) => name === plain);
	const name = known?.name ?? (taken ? `${media.size + 1}-${plain}` : plain);
	media.set(path, { name, bytes });
	return packaged(name);
}
