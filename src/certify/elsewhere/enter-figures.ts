import type { Actor } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { judgeFigures, type JudgedFigure, type Ready } from './judge-figures.ts';
import { grantAt, recordInPlaces } from './officers.ts';
import { addFigures, listSeries, type Figure } from './queries.ts';
import { rowsWrong, wrongEntry } from './refusals.ts';
import { rowsIn, type Columns } from './table-file.ts';
import type { TypedFigure } from './typed-figure.ts';
import { sentFile } from './uploads.ts';

const figureColumns: Columns<Exclude<keyof TypedFigure, 'platformName'>> = {
	names: ['place', 'platform', 'counted', 'group', 'day', 'number', 'source', 'note'],
	needed: ['place', 'platform', 'counted', 'day', 'number', 'source']
};

/** Looks at each row of a file; nothing is kept. */
export async function previewFigures(house: CertifyHouse, actor: Actor, upload: string): Promise<JudgedFigure[]> {
	return judgeFigures(house, house.store.read, { actor, rows: await typedRows(house, upload) });
}

/** Enters one figure; the same once more is the one that is there. Its id. */
export async function enterFigure(house: CertifyHouse, actor: Actor, typed: TypedFigure): Promise<string> {
	return house.store.transact(async (tx) => {
		const [judged] = await judgeFigures(house, tx, { actor, rows: [{ row: 1, typed }] });
		const ready = judged?.ready;
		if (!ready) throw wrongEntry({ fields: [...(judged?.slips ?? [])] });
		if (judged.state === 'same') {
			const [there] = (await listSeries(tx, [ready.series])).filter(({ struckAt }) => struckAt === null);
			if (there) return there.id;
		}
		const [figure] = await keep(tx, house, { actor, readies: [ready] });
		return figure?.id ?? '';
	});
}

/** What an import did; its id where it brought something. */
interface Imported {
	batchId: string | null;
	added: number;
	corrected: number;
	same: number;
	wrong: number;
}

/** Enters the rows of a file, all in one: with wrong ones among them only where the good ones are to go in alone. */
export async function importFigures(
	house: CertifyHouse,
	actor: Actor,
	{ upload, goodOnly }: { upload: string; goodOnly: boolean }
): Promise<Imported> {
	const rows = await typedRows(house, upload);
	return house.store.transact(async (tx) => {
		const judged = await judgeFigures(house, tx, { actor, rows });
		const counted = (state: JudgedFigure['state']) => judged.filter((each) => each.state === state).length;
		if (counted('wrong') > 0 && !goodOnly) throw rowsWrong({ values: { wrong: counted('wrong'), all: judged.length } });
		const fresh = judged.flatMap(({ state, ready }) => (ready && state !== 'same' ? [ready] : []));
		const [first] = fresh.length > 0 ? await keep(tx, house, { actor, readies: fresh }) : [];
		const [added, corrected] = [counted('new'), counted('corrects')];
		return { batchId: first?.batchId ?? null, added, corrected, same: counted('same'), wrong: counted('wrong') };
	});
}

async function typedRows(house: CertifyHouse, upload: string): Promise<{ row: number; typed: TypedFigure }[]> {
	return (await rowsIn(await sentFile(house, upload), figureColumns)).map(({ row, cells }) => ({
		row,
		typed: { ...cells, platformName: '' }
	}));
}

async function keep(
	tx: Writer,
	house: CertifyHouse,
	{ actor, readies }: { actor: Actor; readies: readonly Ready[] }
): Promise<Figure[]> {
	const [batchId, enteredAt] = [newId(), house.clock.now()];
	const figures = readies.map(({ figure, place, series, version }): Figure => ({
		...figure,
		...{ id: newId(), batchId, series, version: version + 1, placeId: place.id, placePath: place.path },
		...{ byPlaceId: grantAt(actor, place.path).placeId, enteredAt, struckAt: null, struckReason: null }
	}));
	await addFigures(tx, figures);
	await recordInPlaces(
		tx,
		{ house, actor },
		{
			action: 'certify.figures-entered',
			subject: { kind: 'figures', id: batchId },
			paths: figures.map(({ placePath }) => placePath)
		}
	);
	return figures;
}
