import { createHash } from 'node:crypto';
import { Obstacle, reasonOf } from '../obstacle.ts';
import { build, isBusy, takeSnapshot, type Database } from '../persistence/databases.ts';
import { canonicalLine, type Snapshot } from '../persistence/rows.ts';
import type { TableShape } from '../persistence/shape.ts';
import type { Tell } from './sentences.ts';

/** How many rows a table has here and there, and the hash of both, which is one. */
export interface Compared {
	readonly table: string;
	readonly rows: number;
	readonly sha256: string;
}

/**
 * Carries every row from one database into another, empty one, of either kind, and compares them row by row before
 * anybody can see the new one. No server may write meanwhile: what it wrote would stay behind.
 */
export async function moveRows(
	from: Database,
	to: Database,
	{ tell, root }: { tell: Tell; root?: string }
): Promise<Compared[]> {
	for (const database of [from, to])
		if (await isBusy(database))
			throw new Obstacle(
				'Máy chủ đang chạy; hãy dừng lại trước. / A server is running on this database; stop it first.'
			);
	const source = await takeSnapshot(from, root);
	try {
		const { migrations, tables } = source.shape;
		if (migrations.length === 0)
			throw new Obstacle('Cơ sở dữ liệu cũ còn trống. / There is nothing in the old database to move.');
		const target = await build(to, { count: migrations.length, root });
		try {
			for (const table of tables) {
				tell(`→ ${table.name}`);
				await target.load(table, source.rows(table)).catch((error: unknown) => {
					throw new Obstacle(`Không chuyển được bảng / this table can't be moved: ${table.name}: ${reasonOf(error)}`);
				});
			}
			const compared = [];
			for (const table of tables) compared.push(await compare(table, source, target));
			await target.finish();
			return compared;
		} finally {
			await target.close();
		}
	} finally {
		await source.close();
	}
}

/** Both tables in the order of their keys, one row against the other. */
export async function compare(table: TableShape, one: Snapshot, other: Snapshot): Promise<Compared> {
	const others = other.rows(table)[Symbol.asyncIterator]();
	const hash = createHash('sha256');
	let rows = 0;
	for await (const row of one.rows(table)) {
		const line = canonicalLine(table, row);
		const next = await others.next();
		if (next.done || canonicalLine(table, next.value) !== line) throw differs(table, rows + 1);
		hash.update(line).update('\n');
		rows++;
	}
	if (!(await others.next()).done) throw differs(table, rows + 1);
	return { table: table.name, rows, sha256: hash.digest('hex') };
}

function differs({ name }: TableShape, row: number): Obstacle {
	return new Obstacle(
		`Dữ liệu chuyển sang không giống, nên đã bỏ: bảng ${name}, dòng ${row}. / What arrived differs and was given up: table ${name}, row ${row}.`
	);
}
