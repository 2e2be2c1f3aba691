import { listPeopleByLearner, listPeopleByPhone, type KnownPerson } from '../../identity/index.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import { fold } from '../../platform/text.ts';
import { listMembersOf } from '../members/queries.ts';
import type { MatchWay } from './tables.ts';
import { byNameAndPhone, byNameAndYear, pairsIn, type Pair } from './alike.ts';
import { changeEntry, listEntries, listMatchedTo, listNamed, type EntryRow } from './queries.ts';

/** Somebody joined: is she in the list of the organisation? */
export async function matchMember(
	tx: Writer,
	{ placeId, learnerId, at }: { placeId: string; learnerId: string; at: Date }
): Promise<void> {
	const [person] = await listPeopleByLearner(tx, [learnerId]);
	if (!person) return;
	const entries = await listNamed(tx, placeId, [fold(person.name)]);
	if (entries.some((entry) => entry.learnerId === null)) await matchEntries(tx, { placeId, entries, at });
}

/**
 * Looks for the accounts of these entries of one organisation's list: members of it by name and year, others by phone and
 * name. Returns the learners of whom the list says by now what they are there.
 */
export async function matchEntries(
	tx: Writer,
	{
		placeId,
		entries,
		at,
		members
	}: { placeId: string; entries: readonly EntryRow[]; at: Date; members?: KnownPerson[] }
): Promise<string[]> {
	if (entries.length === 0) return [];
	const names = [...new Set(entries.map(({ nameFolded }) => nameFolded))];
	const people = (members ?? (await membersOf(tx, placeId))).filter(({ name }) => names.includes(fold(name)));
	// Of a long list only those are looked through whose name somebody has.
	const alike = await listNamed(tx, placeId, [...new Set(people.map(({ name }) => fold(name)))]);
	const found = await withTaken(tx, { placeId, entries: alike, learnerIds: people.map(({ learnerId }) => learnerId) });
	const asMembers = pairsIn(found, people, byNameAndYear);
	await keep(tx, asMembers, { way: 'member', at });

	const phones = [...new Set(entries.flatMap(({ phone }) => phone ?? []))];
	const callers = await listPeopleByPhone(tx, phones);
	if (callers.length === 0) return withPosition(found, asMembers);
	const now = await listNamed(tx, placeId, names);
	const left = await withTaken(tx, { placeId, entries: now, learnerIds: callers.map(({ learnerId }) => learnerId) });
	const byPhone = pairsIn(left, callers, byNameAndPhone);
	await keep(tx, byPhone, { way: 'phone', at });
	return withPosition([...found, ...left], [...asMembers, ...byPhone]);
}

function withPosition(entries: readonly EntryRow[], pairs: readonly Pair[]): string[] {
	const positions = new Map(entries.map(({ id, position }) => [id, position]));
	return pairs.flatMap(({ entryId, learnerId }) => (positions.get(entryId) ? [learnerId] : []));
}

const portion = 500;

/** Looks for the accounts of all in an organisation's list who have none yet. */
export async function matchList(tx: Writer, { placeId, at }: { placeId: string; at: Date }): Promise<void> {
	const members = await membersOf(tx, placeId);
	let after: EntryRow | undefined;
	do {
		const entries = await listEntries(tx, { placeId, missing: true, after, limit: portion });
		await matchEntries(tx, { placeId, entries, at, members });
		after = entries.at(-1);
	} while (after);
}

/** The people with an account who belong to an organisation. */
export async function membersOf(reader: Reader, placeId: string): Promise<KnownPerson[]> {
	const ids = (await listMembersOf(reader, placeId)).map(({ learnerId }) => learnerId);
	const people: KnownPerson[] = [];
	for (let start = 0; start < ids.length; start += 500)
		people.push(...(await listPeopleByLearner(reader, ids.slice(start, start + 500))));
	return people;
}

/** With these entries those that the people were recognised as already: nobody is two of one list. */
async function withTaken(
	reader: Reader,
	{ placeId, entries, learnerIds }: { placeId: string; entries: readonly EntryRow[]; learnerIds: readonly string[] }
): Promise<EntryRow[]> {
	const taken = await listMatchedTo(reader, placeId, learnerIds);
	return [...entries, ...taken.filter(({ id }) => !entries.some((entry) => entry.id === id))];
}

async function keep(tx: Writer, pairs: readonly Pair[], { way, at }: { way: MatchWay; at: Date }): Promise<void> {
	for (const { entryId, learnerId } of pairs)
		await changeEntry(tx, entryId, { learnerId, matchedBy: way, matchedAt: at });
}
