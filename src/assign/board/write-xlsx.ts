import writeXlsxFile, { type SheetData } from 'write-excel-file/node';

/** A workbook of texts, none of which runs as a formula; the first line and the first column stay in sight. */
export async function* writeXlsx(lines: AsyncIterable<string[][]>): AsyncGenerator<Uint8Array> {
	const data: SheetData = [];
	for await (const page of lines)
		for (const cells of page)
			data.push(
				cells.map((value) =>
					value === '' ? null : { value, type: String, ...(data.length === 0 && { fontWeight: 'bold' as const }) }
				)
			);
	const columns = (data[0] ?? []).map((_, i) => ({ width: i === 0 ? 28 : 20 }));
	const file = writeXlsxFile(data, { columns, stickyRowsCount: 1, stickyColumnsCount: 1 });
	yield new Uint8Array(await file.toBuffer());
}
