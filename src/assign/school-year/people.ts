import type { Reader } from '../../platform/persistence/store.ts';
import type { MembershipRow } from '../members/queries.ts';
import type { EntryRow } from '../staff/queries.ts';
import { listEntriesIn, listMembersIn } from './queries.ts';

/** Somebody of a class: who has joined, with her lines in its list, or a line of that list alone. */
export interface ClassPerson {
	/** How she is named among those who repeat the year. */
	readonly ref: string;
	readonly member: MembershipRow | null;
	readonly entries: readonly EntryRow[];
}

/** Who is in each of these classes, by the class's id. */
export async function peopleOf(reader: Reader, classIds: readonly string[]): Promise<Map<string, ClassPerson[]>> {
	const members = await listMembersIn(reader, classIds);
	const entries = await listEntriesIn(reader, classIds);
	return new Map(
		classIds.map((id) => [
			id,
			together(
				members.filter(({ placeId }) => placeId === id),
				entries.filter(({ placeId }) => placeId === id)
			)
		])
	);
}

/** Of one class: lines of its list belong to the member who was recognised in them. */
function together(members: readonly MembershipRow[], entries: readonly EntryRow[]): ClassPerson[] {
	const here = new Set(members.map(({ learnerId }) => learnerId));
	const isMembers = ({ learnerId }: EntryRow) => learnerId !== null && here.has(learnerId);
	return [
		...members.map((member) => ({
			...{ ref: `m:${member.id}`, member },
			entries: entries.filter(({ learnerId }) => learnerId === member.learnerId)
		})),
		...entries
			.filter((entry) => !isMembers(entry))
			.map((entry) => ({ ref: `e:${entry.id}`, member: null, entries: [entry] }))
	];
}
