import { findPlace, type Place } from '../../places/index.ts';
import { mayActIn, type Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { newId, randomToken } from '../../platform/ids.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { newShortCode } from '../../platform/short-code.ts';
import type { AssessHouse } from '../assess-house.ts';
import { codeLength } from '../sittings/code.ts';
import { supervisors } from '../sittings/supervisors.ts';
import { actOnPaper } from './acts.ts';
import { countExam, drawPaper, versionOf, type Printed } from './draw-paper.ts';
import { addPaper, type PaperRow } from './queries.ts';
import { notYourPlace, oneOfTwo } from './refusals.ts';
import type { NewPaper } from './schemas.ts';

/**
 * Draws a test or a course's quiz for printing, in so many versions; a placement has one. Returns its id. Refuses with
 * `papers.one-of-two`, `papers.not-your-place` and as `drawPaper` does.
 */
export async function makePaper(house: AssessHouse, actor: Actor, wanted: NewPaper): Promise<string> {
	const madeBy = actor.accountId;
	if (madeBy === null) throw notYourPlace();
	const place = await placeFor(house.store.read, actor, wanted.placeId);
	const [id, seed] = [newId(), randomToken(12)];
	const { questions, ...drawn } = drawPaper(house, printedIn(wanted), seed);
	const count = drawn.stages === null ? (wanted.versions ?? 1) : 1;
	const paper: PaperRow = {
		...{ id, ...drawn, seed, examQuestions: countExam(house, questions) },
		...{ placeId: place.id, placePath: place.path, madeBy, madeAt: house.clock.now() }
	};
	const versions = Array.from({ length: count }, (_, i) => ({
		...{ paperId: id, number: i + 1, code: newShortCode(codeLength) },
		questions: versionOf(house, { questions, stages: drawn.stages }, { seed, number: i + 1 })
	}));
	const details = { subject: paper.courseId, versions: count, exam: paper.examQuestions };
	await house.store.transact(async (tx) => {
		await addPaper(tx, paper, versions);
		await recordAct(tx, house, actOnPaper(actor, 'assess.paper-made', { paper, details }));
	});
	return id;
}

function printedIn({ testId, courseId }: NewPaper): Printed {
	if (testId !== undefined && courseId === undefined) return { testId };
	if (courseId !== undefined && testId === undefined) return { courseId };
	throw oneOfTwo({ fields: [{ field: 'testId', code: 'papers.one-of-two' }] });
}

async function placeFor(reader: Reader, actor: Actor, placeId: string): Promise<Place> {
	const place = await findPlace(reader, placeId);
	if (place && mayActIn(actor, supervisors, place.path)) return place;
	throw notYourPlace({ fields: [{ field: 'placeId', code: 'papers.not-your-place' }] });
}
