import type { Actor } from '../../platform/actor.ts';
import { notAllowed } from '../../platform/http/access.ts';
import { tidy } from '../../platform/text.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { mayEnterFor, recordInPlaces } from './officers.ts';
import { findFigure, listBatch, strikeFigures } from './queries.ts';
import { alreadyStruck, noSuchBatch, noSuchFigure, wrongReason } from './refusals.ts';

/** Strikes one figure, with a reason; what it corrected counts again. Nothing is deleted. */
export async function strikeFigure(
	house: CertifyHouse,
	actor: Actor,
	{ id, reason }: { id: string; reason: string }
): Promise<void> {
	const struckReason = reasonFrom(reason);
	await house.store.transact(async (tx) => {
		const figure = await findFigure(tx, id);
		if (!figure || !mayEnterFor(actor, figure.placePath)) throw noSuchFigure();
		if (figure.struckAt !== null) throw alreadyStruck();
		await strikeFigures(tx, { id }, { struckAt: house.clock.now(), struckReason });
		const subject = { kind: 'figure', id };
		await recordInPlaces(tx, { house, actor }, { action: 'certify.figure-struck', subject, paths: [figure.placePath] });
	});
}

/** Strikes all that came in together, for who may act in each of its places. */
export async function strikeBatch(
	house: CertifyHouse,
	actor: Actor,
	{ batchId, reason }: { batchId: string; reason: string }
): Promise<void> {
	const struckReason = reasonFrom(reason);
	await house.store.transact(async (tx) => {
		const figures = await listBatch(tx, batchId);
		if (!figures.some(({ placePath }) => mayEnterFor(actor, placePath))) throw noSuchBatch();
		if (!figures.every(({ placePath }) => mayEnterFor(actor, placePath))) throw notAllowed();
		const standing = figures.filter(({ struckAt }) => struckAt === null);
		if (standing.length === 0) throw alreadyStruck();
		await strikeFigures(tx, { batchId }, { struckAt: house.clock.now(), struckReason });
		const [subject, paths] = [{ kind: 'figures', id: batchId }, standing.map(({ placePath }) => placePath)];
		await recordInPlaces(tx, { house, actor }, { action: 'certify.figures-undone', subject, paths });
	});
}

/** Why something is undone, in so many words that somebody else understands it. */
function reasonFrom(typed: string): string {
	const reason = tidy(typed);
	if (reason.length < 5) throw wrongReason({ fields: [{ field: 'reason', code: 'elsewhere.reason-short' }] });
	if (reason.length > 300) throw wrongReason({ fields: [{ field: 'reason', code: 'elsewhere.reason-long' }] });
	return reason;
}
