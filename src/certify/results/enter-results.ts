import { doerOf, recordAct } from '../../platform/audit.ts';
import type { Actor } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { elsewhereOfficers, grantAt, recordInPlaces } from '../elsewhere/officers.ts';
import { rowsWrong, wrongEntry } from '../elsewhere/refusals.ts';
import { rowsIn, type Columns } from '../elsewhere/table-file.ts';
import { sentFile } from '../elsewhere/uploads.ts';
import { judgeResults, type JudgedResult, type Ready } from './judge-results.ts';
import { addResults, type Result } from './queries.ts';
import { recordLook } from './record-look.ts';
import { takenAway } from './refusals.ts';
import type { ImportedResults } from './schemas.ts';
import type { TypedResult } from './typed-result.ts';

/** The columns of a file; who is meant stands in the first four, as far as is known. */
const resultColumns: Columns<Exclude<keyof TypedResult, 'platformName' | 'what' | 'day'> | 'learnt' | 'done'> = {
	names: ['code', 'name', 'year', 'phone', 'platform', 'learnt', 'done', 'evidence', 'source'],
	needed: ['platform', 'learnt', 'done', 'source']
};

/** Looks at each row of a file; nothing is kept but that people were looked for. */
export async function previewResults(house: CertifyHouse, actor: Actor, upload: string): Promise<JudgedResult[]> {
	const rows = await typedRows(house, upload);
	return house.store.transact(async (tx) => {
		const judged = await judgeResults(house, tx, { actor, rows });
		const results = judged.filter(({ ready }) => ready).length;
		await recordLook(tx, { house, actor }, { results, further: false });
		return judged;
	});
}

/** Enters what one person completed; the same once more is the one that is there. Its id. Refuses what she took away. */
export async function enterResult(house: CertifyHouse, actor: Actor, typed: TypedResult): Promise<string> {
	return house.store.transact(async (tx) => {
		const [judged] = await judgeResults(house, tx, { actor, rows: [{ row: 1, typed }] });
		const ready = judged?.ready;
		if (!ready) throw wrongEntry({ fields: [...(judged?.slips ?? [])] });
		if (judged.state === 'taken') throw takenAway();
		if (judged.thereId !== null) return judged.thereId;
		const [kept] = await keep(tx, house, { actor, readies: [ready] });
		const { accountId, placePath } = ready.person;
		await recordAct(tx, house, {
			doer: doerOf(actor, elsewhereOfficers, placePath),
			action: 'certify.result-entered',
			subject: { kind: 'account', id: accountId },
			placePath
		});
		return kept?.id ?? '';
	});
}

/** Enters the rows of a file, all in one: with wrong ones among them only where the good ones are to go in alone. */
export async function importResults(
	house: CertifyHouse,
	actor: Actor,
	{ upload, goodOnly }: { upload: string; goodOnly: boolean }
): Promise<ImportedResults> {
	const rows = await typedRows(house, upload);
	return house.store.transact(async (tx) => {
		const judged = await judgeResults(house, tx, { actor, rows });
		const counted = (state: JudgedResult['state']) => judged.filter((each) => each.state === state).length;
		const told = { added: counted('new'), same: counted('same'), taken: counted('taken'), wrong: counted('wrong') };
		if (told.wrong > 0 && !goodOnly) throw rowsWrong({ values: { wrong: told.wrong, all: judged.length } });
		const readies = judged.flatMap(({ state, ready }) => (ready && state === 'new' ? [ready] : []));
		const [first] = readies.length > 0 ? await keep(tx, house, { actor, readies }) : [];
		if (first)
			await recordInPlaces(
				tx,
				{ house, actor },
				{
					action: 'certify.results-entered',
					subject: { kind: 'results', id: first.batchId },
					paths: readies.map(({ person }) => person.placePath)
				}
			);
		return { batchId: first?.batchId ?? null, ...told };
	});
}

async function typedRows(house: CertifyHouse, upload: string): Promise<{ row: number; typed: TypedResult }[]> {
	const rows = await rowsIn(await sentFile(house, upload), resultColumns);
	return rows.map(({ row, cells: { learnt: what, done: day, ...cells } }) => ({
		row,
		typed: { ...cells, what, day, platformName: '' }
	}));
}

async function keep(
	tx: Writer,
	house: CertifyHouse,
	{ actor, readies }: { actor: Actor; readies: readonly Ready[] }
): Promise<Result[]> {
	const [batchId, enteredAt] = [newId(), house.clock.now()];
	const results = readies.map(({ person, result, sameKey }): Result => ({
		...{ id: newId(), batchId, learnerId: person.learnerId, sameKey, ...result },
		...{ byPlaceId: grantAt(actor, person.placePath).placeId, enteredAt, takenAt: null }
	}));
	await addResults(tx, results);
	return results;
}
