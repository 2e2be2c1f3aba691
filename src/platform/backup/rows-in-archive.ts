import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { Obstacle } from '../obstacle.ts';
import { readJournal } from '../persistence/migrations.ts';
import { isRow, type Row } from '../persistence/rows.ts';
import { shapeAt, type TableShape } from '../persistence/shape.ts';
import type { Manifest } from './manifest.ts';
import { damaged } from './sentences.ts';

/** The longest line that is read; a row holds at most one lesson or one drawn quiz. */
const lineLimit = 64 * 1024 * 1024;

/**
 * Refuses a backup whose tables this release does not know: a newer one, or one whose migrations went another way.
 * What it says about tables must be what those migrations made.
 */
export function checkMigrations(manifest: Manifest, root: string): void {
	const known = readJournal(join(root, 'postgres')).map(({ tag }) => tag);
	if (manifest.migrations.some((tag, i) => tag !== known[i]))
		throw new Obstacle(
			`Bản sao lưu do một bản phần mềm mới hơn hoặc khác tạo ra (${manifest.migrations.at(-1)}); hãy cập nhật phần mềm trước. Chưa có gì thay đổi. / The backup was made by a newer or different release (${manifest.migrations.at(-1)}): update the software first. Nothing has changed.`
		);
	const told = (tables: { name: string; columns: string[] }[]) =>
		JSON.stringify(tables.map(({ name, columns }) => [name, columns]));
	const { tables } = shapeAt(manifest.migrations.length, root);
	const made = tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }));
	if (told(made) !== told(manifest.tables)) throw damaged('manifest.json: tables');
}

/** The rows in a member, one to a line; whatever is no row of this table is refused. */
export async function* rowsIn(content: AsyncIterable<Buffer>, table: TableShape): AsyncGenerator<Row> {
	for await (const line of linesIn(content, table.name)) {
		const row = parsed(line);
		if (!isRow(table, row)) throw damaged(`rows/${table.name}.jsonl`);
		yield row;
	}
}

async function* linesIn(content: AsyncIterable<Buffer>, name: string): AsyncGenerator<string> {
	const decoder = new StringDecoder('utf8');
	let rest = '';
	for await (const piece of content) {
		const lines = (rest + decoder.write(piece)).split('\n');
		rest = lines.pop() ?? '';
		if (rest.length > lineLimit) throw damaged(`rows/${name}.jsonl`);
		yield* lines;
	}
	if (rest !== '') throw damaged(`rows/${name}.jsonl`);
}

function parsed(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return null;
	}
}
