import { textIn } from '../../platform/zip.ts';

/** A sheet of a workbook that people see. */
export interface Sheet {
	readonly name: string;
	/** Which of all sheets it is, from 1, those that nobody sees included. */
	readonly number: number;
	/** Its file in the archive. */
	readonly path: string;
}

/** The sheets that are not hidden, in their order. */
export function sheetsIn(parts: ReadonlyMap<string, Uint8Array>): Sheet[] {
	const files = new Map(
		tagsIn(parts.get('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [tag['Id'], tag['Target'] ?? ''])
	);
	const sheets = tagsIn(parts.get('xl/workbook.xml'), 'sheet').filter((tag) => tag['name']);
	return sheets.flatMap(({ name = '', state = 'visible', id }, i) => {
		const target = files.get(id) ?? '';
		const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
		return state === 'visible' && /\/worksheets\//.test(`/${path}`) ? [{ name, number: i + 1, path }] : [];
	});
}

/** Whether there is anything in a sheet. */
export function isFilled(sheet: string): boolean {
	return /<(?:\w+:)?(?:v|is)>/.test(sheet);
}

/** The attributes of all tags of a name, without their prefixes. */
function tagsIn(part: Uint8Array | undefined, name: string): Record<string, string>[] {
	const text = (part && textIn(part)) ?? '';
	return [...text.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^<>]*)>`, 'g'))].map(([, inner = '']) =>
		Object.fromEntries(
			[...inner.matchAll(/(?:\w+:)?(\w+)="([^"]*)"/g)].map(([, key, value = '']) => [key, plain(value)])
		)
	);
}

const marks: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string) => text.replace(/&(\w+);/g, (whole, mark: string) => marks[mark] ?? whole);
