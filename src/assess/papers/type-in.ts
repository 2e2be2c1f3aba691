import { addLearner, isPersonName } from '../../identity/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { isUniqueViolation } from '../../platform/persistence/dialect.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { readShortCode } from '../../platform/short-code.ts';
import { tidy } from '../../platform/text.ts';
import type { AssessHouse } from '../assess-house.ts';
import { newAttempt } from '../new-attempt.ts';
import { findAttempt, findAttemptsAtCourse, insertAttempt, keepAnswer, type Attempt } from '../queries.ts';
import { codeLength } from '../sittings/code.ts';
import { wrongFields } from '../sittings/refusals.ts';
import { tooSoon } from '../tests/refusals.ts';
import { retakeFrom } from '../tests/retake.ts';
import { close } from '../tests/settle.ts';
import { getPaper, type KeptPaper } from './about-papers.ts';
import { actOnPaper } from './acts.ts';
import type { VersionRow } from './queries.ts';
import { readTyped } from './read-typed.ts';
import { keyTaken, noSuchPerson, scoredByHand, typedAlready } from './refusals.ts';
import type { NewSheet } from './schemas.ts';

/** The learner of somebody whom a helper within the actor's places wrote down, as the room knows her that does so. */
export type LearnerOfHelped = (reader: Reader, actor: Actor, helpedId: string) => Promise<string | undefined>;

interface Typed {
	readonly paperId: string;
	readonly sheet: NewSheet;
	readonly learnerOfHelped: LearnerOfHelped;
}

/**
 * Keeps a sheet that was filled in on paper under a supervisor's eyes, graded as any attempt, finished now. Sent twice
 * under one key it is one. The retake rule holds unless the supervisor says otherwise, which is kept. Refuses with
 * `papers.no-such-paper`, `papers.scored-by-hand`, `papers.no-such-person`, `papers.typed-already`, `assess.too-soon`, and
 * names every mark that a question does not have.
 */
export async function typeIn(house: AssessHouse, actor: Actor, typed: Typed): Promise<{ made: boolean }> {
	const keep = () => house.store.transact((tx) => keepSheet(tx, house, { actor, typed }));
	// Sent twice at once, the second one finds the first one's.
	return keep().catch((error: unknown) => {
		if (isUniqueViolation(error)) return keep();
		throw error;
	});
}

async function keepSheet(
	tx: Writer,
	house: AssessHouse,
	{ actor, typed }: { actor: Actor; typed: Typed }
): Promise<{ made: boolean }> {
	const { sheet } = typed;
	const kept = await getPaper(tx, actor, typed.paperId);
	if (kept.paper.stages !== null) throw scoredByHand();
	if (await isSent(tx, kept, sheet.key)) return { made: false };
	const version = versionIn(kept, sheet.code);
	const graded = await readTyped(house, tx, { questions: version.questions, answers: sheet.answers });
	const { learnerId, sitterName } = await whose(tx, house, { actor, typed });
	await refuseAgain(tx, house, { kept, learnerId, sheet });
	const attempt = attemptOn(kept, version, { actor, learnerId, sitterName, sheet, at: house.clock.now() });
	await insertAttempt(tx, attempt);
	for (const each of graded) await keepAnswer(tx, { ...each, attemptId: attempt.id, answeredAt: attempt.startedAt });
	const { passed } = await close(tx, house, { attempt, finishedAt: attempt.startedAt });
	if (passed && attempt.purpose === 'quiz')
		await house.facts.record(tx, 'assess.passed', { attemptId: attempt.id, learnerId, courseId: attempt.courseId });
	const details = { retakes: sheet.retakeAllowed ?? false, named: sitterName !== null };
	await recordAct(tx, house, actOnPaper(actor, 'assess.paper-typed-in', { paper: kept.paper, details }));
	return { made: true };
}

async function isSent(reader: Reader, { versions }: KeptPaper, key: string): Promise<boolean> {
	const sent = await findAttempt(reader, key);
	if (!sent) return false;
	if (versions.some(({ code }) => code === sent.paperCode)) return true;
	throw keyTaken();
}

function versionIn({ versions }: KeptPaper, typed: string): VersionRow {
	const code = readShortCode(typed, codeLength);
	const version = versions.find((each) => each.code === code);
	if (!version) throw wrongFields({ fields: [{ field: 'code', code: 'papers.code-missing' }] });
	return version;
}

/** Somebody a helper wrote down, or a learner of whom only a name is known; never oneself. */
async function whose(
	tx: Writer,
	{ clock }: AssessHouse,
	{ actor, typed }: { actor: Actor; typed: Typed }
): Promise<{ learnerId: string; sitterName: string | null }> {
	const { helpedId, name = '' } = typed.sheet;
	if (helpedId !== undefined) {
		const learnerId = await typed.learnerOfHelped(tx, actor, helpedId);
		if (learnerId !== undefined && learnerId !== actor.learnerId) return { learnerId, sitterName: null };
		throw noSuchPerson({ fields: [{ field: 'helpedId', code: 'papers.no-such-person' }] });
	}
	const sitterName = tidy(name);
	if (!isPersonName(sitterName)) throw wrongFields({ fields: [{ field: 'name', code: 'papers.name-missing' }] });
	return { learnerId: await addLearner(tx, clock.now()), sitterName };
}

async function refuseAgain(
	reader: Reader,
	house: AssessHouse,
	{ kept, learnerId, sheet }: { kept: KeptPaper; learnerId: string; sheet: NewSheet }
): Promise<void> {
	const { testId, courseId } = kept.paper;
	const earlier = await findAttemptsAtCourse(reader, { learnerId, courseId });
	const codes = kept.versions.map(({ code }) => code);
	if (earlier.some(({ paperCode, voidReason }) => voidReason === null && codes.includes(paperCode ?? '')))
		throw typedAlready();
	const test = testId === null ? null : house.catalog.test(testId);
	const from = test && !sheet.retakeAllowed ? retakeFrom(test.retake, earlier, house.clock.now()) : null;
	if (from) throw tooSoon({ extra: { from: from.toISOString() } });
}

interface Whose {
	readonly actor: Actor;
	readonly learnerId: string;
	readonly sitterName: string | null;
	readonly sheet: NewSheet;
	readonly at: Date;
}

function attemptOn(
	{ paper }: KeptPaper,
	{ code, questions, number }: VersionRow,
	{ actor, learnerId, sitterName, sheet, at }: Whose
): Attempt {
	const { courseId, courseHash, courseVersion, testId, purpose, passPercent, seed } = paper;
	const attempt = newAttempt(
		{ ...actor, learnerId, card: null },
		{
			...{ id: sheet.key, courseId, courseHash, courseVersion, testId, purpose, passPercent },
			...{ seed: `${seed} ${number}`, questions, startedAt: at, closesAt: null }
		}
	);
	const assurance = sheet.identityChecked ? 'identity-checked' : 'supervised';
	// Finished from the beginning: what she has open on a screen stays as it is.
	return { ...attempt, finishedAt: at, sitterName, paperCode: code, assurance };
}
