import { listPlacesByIds, type Place } from '../../places/index.ts';
import { grantFor, mayActIn, outermostGrants, type Actor } from '../../platform/actor.ts';
import { doerOf, recordAct, type Act } from '../../platform/audit.ts';
import { take, type Limit } from '../../platform/allowance.ts';
import { newId } from '../../platform/ids.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { tidy } from '../../platform/text.ts';
import type { AssignHouse } from '../assign-house.ts';
import { findAssignment, listTargets, type AssignmentRow } from '../assignments/queries.ts';
import { noSuchAssignment } from '../assignments/refusals.ts';
import { placeFor } from '../organisations.ts';
import { noSuchOrganisation, wrongFields } from '../refusals.ts';
import { addComment, changeComment, findComment, listOfThreads, type CommentRow } from './queries.ts';
import { noSuchComment, notAboutIt, takenBack } from './refusals.ts';
import type { NewComment } from './schemas.ts';
import { commentRoles, type CommentRole } from './tables.ts';

/** More than anybody needs in an hour, and little to read through. */
const often: Limit = { name: 'comments', free: 20, minutes: 60 };
const longest = 1000;

/** An overseer says something about a place of hers, or about an assignment that concerns one. Returns the thread. */
export async function writeComment(house: AssignHouse, actor: Actor, input: NewComment): Promise<string> {
	const text = textIn(input.text);
	await aboutWhat(house.store.read, actor, input);
	const writerId = await writerOf(house, actor);
	return house.store.transact(async (tx) => {
		const { asked, place } = await aboutWhat(tx, actor, input);
		const said = { placeId: place.id, placePath: place.path, assignmentId: asked?.id ?? null };
		const row: CommentRow = {
			...{ id: newId(), threadId: null, ...said, writerId, role: 'overseer', text },
			...{ writtenAt: house.clock.now(), withdrawnAt: null, waiting: true }
		};
		await addComment(tx, row);
		await recordAct(tx, house, actOn(actor, 'assign.comment-written', row));
		return row.id;
	});
}

/** Somebody answers: an officer for the place, or the overseer goes on. */
export async function replyTo(
	house: AssignHouse,
	actor: Actor,
	{ id, text: typed }: { id: string; text: string }
): Promise<void> {
	const text = textIn(typed);
	await threadFor(house.store.read, actor, id);
	const writerId = await writerOf(house, actor);
	await house.store.transact(async (tx) => {
		const first = await threadFor(tx, actor, id);
		const role = roleAt(actor, first.placePath);
		const { placeId, placePath, assignmentId } = first;
		const row: CommentRow = {
			...{ id: newId(), threadId: first.id, placeId, placePath, assignmentId, writerId, role, text },
			...{ writtenAt: house.clock.now(), withdrawnAt: null, waiting: false }
		};
		await addComment(tx, row);
		await changeComment(tx, first.id, { waiting: role === 'overseer' });
		await recordAct(tx, house, actOn(actor, 'assign.comment-answered', row));
	});
}

/** The first of a thread that stands, within the actor's places. */
async function threadFor(reader: Reader, actor: Actor, id: string): Promise<CommentRow> {
	const first = await findComment(reader, id);
	if (first?.threadId !== null || !mayActIn(actor, commentRoles, first.placePath)) throw noSuchComment();
	if (first.withdrawnAt !== null) throw takenBack();
	return first;
}

/** Somebody takes back what she wrote: that she did stays, the words go. Again it changes nothing. */
export async function withdrawComment(house: AssignHouse, actor: Actor, id: string): Promise<void> {
	await house.store.transact(async (tx) => {
		const row = await findComment(tx, id);
		if (!row || actor.accountId === null || row.writerId !== actor.accountId) throw noSuchComment();
		if (row.withdrawnAt !== null) return;
		await changeComment(tx, id, { text: '', withdrawnAt: house.clock.now() });
		await waitAgain(tx, row.threadId ?? row.id);
		await recordAct(tx, house, actOn(actor, 'assign.comment-withdrawn', row));
	});
}

/** An answer is waited for where the last words that stand are an overseer's. */
export async function waitAgain(tx: Writer, threadId: string): Promise<void> {
	const said = await listOfThreads(tx, [threadId]);
	const first = said.find(({ id }) => id === threadId);
	const last = said.filter(({ withdrawnAt }) => withdrawnAt === null).at(-1);
	const waiting = first?.withdrawnAt === null && last?.role === 'overseer';
	await changeComment(tx, threadId, { waiting });
}

function actOn(actor: Actor, action: Act['action'], { id, placePath }: CommentRow): Act {
	return { doer: doerOf(actor, commentRoles, placePath), action, subject: { kind: 'comment', id }, placePath };
}

/** Who answers for a place speaks as that, also where she oversees it besides. */
function roleAt(actor: Actor, path: string): CommentRole {
	const role = grantFor(actor, ['officer', 'administrator', 'overseer'], path)?.role;
	return commentRoles.find((each) => each === role) ?? 'overseer';
}

/** Whoever writes; it is counted once it is known that she may. */
async function writerOf(house: AssignHouse, { accountId }: Actor): Promise<string> {
	if (accountId === null) throw noSuchComment();
	await take(house, [[often, accountId]]);
	return accountId;
}

/** Words as they are kept: lines stay lines. */
function textIn(typed: string): string {
	const lines = typed.split(/\r\n|\r|\n/).map(tidy);
	const text = lines
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
	if (text === '') throw wrongFields({ fields: [{ field: 'text', code: 'comments.text-missing' }] });
	if ([...text].length > longest) throw wrongFields({ fields: [{ field: 'text', code: 'comments.text-too-long' }] });
	return text;
}

async function aboutWhat(
	reader: Reader,
	actor: Actor,
	{ placeId, assignmentId }: NewComment
): Promise<{ asked: AssignmentRow | null; place: Place }> {
	const asked = assignmentId === undefined ? null : await sentAssignment(reader, actor, assignmentId);
	return { asked, place: await placeOf(reader, actor, { placeId, asked }) };
}

async function sentAssignment(reader: Reader, actor: Actor, id: string): Promise<AssignmentRow> {
	const row = await findAssignment(reader, actor, id);
	if (!row || row.state === 'draft') throw noSuchAssignment();
	return row;
}

/** The place it is said about: one that the actor oversees and, with an assignment, one whose officers read that too. */
async function placeOf(
	reader: Reader,
	actor: Actor,
	{ placeId, asked }: { placeId: string | undefined; asked: AssignmentRow | null }
): Promise<Place> {
	const concerns = asked === null ? () => placeId !== undefined : await whatConcerns(reader, asked);
	if (placeId !== undefined) {
		const place = await placeFor(reader, actor, { id: placeId, roles: ['overseer'] });
		if (!concerns(place.path)) throw notAboutIt();
		return place;
	}
	const own = outermostGrants(actor, ['overseer']).find(({ placePath }) => concerns(placePath));
	const isOverseen = asked !== null && mayActIn(actor, ['overseer'], asked.placePath);
	const [place] = await listPlacesByIds(reader, isOverseen ? [asked.placeId] : own ? [own.placeId] : []);
	if (!place) throw noSuchOrganisation();
	return place;
}

/** Whether the officers of a place read an assignment: it was asked there or below, or goes to some of its people. */
async function whatConcerns(reader: Reader, { id, placePath }: AssignmentRow): Promise<(path: string) => boolean> {
	const aims = (await listTargets(reader, id)).map((target) => target.placePath);
	return (path) => placePath.startsWith(path) || aims.some((aim) => aim.startsWith(path) || path.startsWith(aim));
}
