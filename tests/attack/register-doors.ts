import { addConfirmation, addMessage, changeMessage } from '../../src/certify/register/queries.ts';
import { addMismatches, addReconciliation } from '../../src/certify/register/reconcile-queries.ts';
import { places } from '../../src/places/tables.ts';
import { eq } from 'drizzle-orm';
import type { TestApp } from '../support/index.ts';
import type { ActorName } from './cast.ts';
import type { Door } from './doors.ts';

/** What an officer of each commune has to look at: a confirmation that could not be sent, and a difference. */
export interface InTrouble {
	reconciliationId: string;
	codes: Record<'X' | 'Y', string>;
	mismatchIds: Record<'X' | 'Y', string>;
}

const idOf = (letter: 'X' | 'Y') => `00000000-0000-7000-8000-00000000000${letter === 'X' ? 1 : 2}`;

export async function getIntoTrouble({ house }: TestApp, communes: Record<'X' | 'Y', string>): Promise<InTrouble> {
	const reconciliationId = '00000000-0000-7000-8000-000000000000';
	const codes = { X: 'REGX-0000-0000-00000', Y: 'REGY-0000-0000-00000' };
	const now = house.clock.now();
	await house.store.transact(async (tx) => {
		await addReconciliation(tx, { id: reconciliationId, askedBy: null, askedAt: now });
		for (const letter of ['X', 'Y'] as const) {
			const [place] = await tx.select().from(places).where(eq(places.id, communes[letter]));
			const placePath = place?.path ?? '';
			const recordCode = codes[letter];
			const messageId = await addMessage(tx, { recordCode, line: recordCode, act: 'confirm', replacedBy: null, now });
			await changeMessage(tx, messageId, { state: 'dead', fault: 'rejected' });
			const dates = { requestedAt: now, submittedAt: null, settledAt: null };
			const how = { state: 'waiting' as const, simulated: true, subjectMark: null, reason: null };
			await addConfirmation(tx, { ...dates, ...how, recordCode, placePath, messageId, line: recordCode });
			const differs = { here: 'refused', there: 'confirmed', someoneElse: false };
			const open = { remedy: null, reason: null, settledBy: null, settledAt: null };
			await addMismatches(tx, [{ id: idOf(letter), reconciliationId, recordCode, placePath, ...differs, ...open }]);
		}
	});
	return { reconciliationId, codes, mismatchIds: { X: idOf('X'), Y: idOf('Y') } };
}

const lookAfter = (letter: 'X' | 'Y'): ActorName[] => ['root', `officer${letter}`, `administrator${letter}`];
/** Lists keep to the places of whoever asks. */
const anyOfficer: ActorName[] = ['root', 'officerX', 'administratorX', 'officerY', 'administratorY'];

export function registering({ reconciliationId, codes, mismatchIds }: InTrouble): Door[] {
	const list = (route: string, path = route): Door => ({
		route: `GET ${route}`,
		of: 'the register',
		path,
		may: anyOfficer
	});
	const base = '/national-register';
	return [
		list(`${base}/troubles`),
		list(`${base}/reconciliations/{id}/mismatches`, `${base}/reconciliations/${reconciliationId}/mismatches`),
		...(['X', 'Y'] as const).flatMap((letter): Door[] => {
			const door = { of: `a record of commune ${letter}`, may: lookAfter(letter), once: true as const };
			const mending = { path: `${base}/confirmations/${codes[letter]}/mending`, body: { mending: 'give-up' } };
			const remedy = { path: `${base}/mismatches/${mismatchIds[letter]}/remedy`, body: { remedy: 'take-over' } };
			return [
				{ ...door, route: `POST ${base}/confirmations/{code}/mending`, ...mending },
				{ ...door, route: `POST ${base}/mismatches/{id}/remedy`, ...remedy }
			];
		})
	];
}
