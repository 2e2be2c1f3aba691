import { plainText, type Catalog } from '../catalog/index.ts';
import { say, type Lang } from '../platform/messages/index.ts';
import type { Entry } from '../platform/own-data.ts';
import type { OwnDataView } from './schemas.ts';

type EntryView = OwnDataView['parts'][number]['entries'][number];

/** One thing that is kept as its owner reads it: titles for ids, words for codes, nothing where there is nothing. */
export function inWords(catalog: Catalog, lang: Lang, entry: Entry): EntryView {
	const course = typeof entry['course'] === 'string' ? entry['course'] : '';
	return Object.entries(entry).flatMap(([field, value]): EntryView => {
		if (value === null || value === '' || forMachines.has(field)) return [];
		const label = say(lang, `own-data.field-${field}`);
		if (value instanceof Date) return [{ label, value: value.toISOString(), kind: 'time' }];
		return [{ label, value: told({ catalog, lang, course }, field, value), kind: 'text' }];
	});
}

/** What only says something beside the question as a machine knows it; it stands in the file. */
const forMachines = new Set(['chosen']);

interface Means {
	catalog: Catalog;
	lang: Lang;
	course: string;
}

function told(means: Means, field: string, value: string | number | boolean): string {
	const { lang } = means;
	if (typeof value === 'boolean') return say(lang, value ? 'own-data.yes' : 'own-data.no');
	if (typeof value === 'number') return String(value);
	if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value.split('-').reverse().join('/');
	return called[field]?.(means, value) ?? saidOr(lang, `own-data.code-${field}-${value}`, value);
}

/** How some fields call what they hold; undefined where it has no other name. */
const called: Readonly<Record<string, (means: Means, value: string) => string | undefined>> = {
	course: ({ catalog, lang }, id) => catalog.course(id, lang)?.title ?? catalog.testView(id, lang)?.title,
	lesson: ({ catalog, lang, course }, id) => catalog.lesson(course, id, lang)?.title,
	question: ({ catalog, lang }, id) => {
		const stem = catalog.question(id, lang)?.stem;
		return stem === undefined ? undefined : plainText(stem);
	},
	device: ({ lang }, label) => deviceInWords(lang, label),
	action: ({ lang }, code) => saidOr(lang, `audit.${code}`, code)
};

/** `android-phone chrome`, two keys of the catalogue. */
function deviceInWords(lang: Lang, label: string): string {
	const words = label.split(' ').map((part) => saidOr(lang, `identity.device-${part}`, part));
	return words.join(', ');
}

function saidOr(lang: Lang, key: string, otherwise: string): string {
	const words = say(lang, key);
	return words === key ? otherwise : words;
}
