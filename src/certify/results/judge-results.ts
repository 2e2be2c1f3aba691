import type { PersonWithin } from '../../identity/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { elsewhereOfficers } from '../elsewhere/officers.ts';
import { twinsIn } from '../elsewhere/twins.ts';
import type { Slip } from '../elsewhere/typed.ts';
import { findPeople } from './find-people.ts';
import { listResultsOf, type Result } from './queries.ts';
import { readResult, saidOfPeople, sameKeyOf, type ReadResult, type TypedResult } from './typed-result.ts';

/** What would become of a row: new, there already, said by her to be not hers, or wrong. */
export interface JudgedResult {
	readonly row: number;
	readonly typed: TypedResult;
	readonly state: 'new' | 'same' | 'taken' | 'wrong';
	readonly slips: readonly Slip[];
	readonly ready: Ready | null;
	/** The one that is there. */
	readonly thereId: string | null;
}

/** A result whose person is known. */
export interface Ready {
	readonly person: PersonWithin;
	readonly result: ReadResult;
	readonly sameKey: string;
}

/** Says of each row what would become of it, by what there is. */
export async function judgeResults(
	{ clock }: Pick<CertifyHouse, 'clock'>,
	reader: Reader,
	{ actor, rows }: { actor: Actor; rows: readonly { row: number; typed: TypedResult }[] }
): Promise<JudgedResult[]> {
	const read = await withPeople(
		reader,
		actor,
		rows.map((each) => ({ ...each, read: readResult(each.typed, clock.now()) }))
	);
	const twins = twinsIn(
		read.flatMap(({ row, ready }) => (ready ? [{ row, about: aboutOf(ready), says: saysOf(ready) }] : []))
	);
	const learnerIds = new Set(read.flatMap(({ ready }) => ready?.person.learnerId ?? []));
	const known = new Map((await listResultsOf(reader, [...learnerIds])).map((each) => [aboutOf(each), each]));
	return read.map(({ row, typed, slips, ready }) => {
		const all = [...slips, ...(twins.get(row) ?? []).map(saidOfPeople)];
		const judged = { row, typed, slips: all };
		if (!ready || all.length > 0) return { ...judged, state: 'wrong', ready: null, thereId: null };
		const there = known.get(aboutOf(ready));
		return { ...judged, state: stateOf(there), ready, thereId: there?.id ?? null };
	});
}

const stateOf = (there: Result | undefined) => (there ? (there.takenAt ? 'taken' : 'same') : 'new');

function aboutOf(it: Ready | Result): string {
	return `${'person' in it ? it.person.learnerId : it.learnerId} ${it.sameKey}`;
}

const saysOf = ({ result: { evidence, source } }: Ready) => `${evidence} | ${source}`;

interface Row {
	readonly row: number;
	readonly typed: TypedResult;
	readonly read: ReturnType<typeof readResult>;
}

/** The rows with who is meant in each, or what is wrong. */
async function withPeople(reader: Reader, actor: Actor, rows: readonly Row[]) {
	const sought = rows.flatMap(({ read }) => ('sought' in read ? [read.sought] : []));
	const found = await findPeople(reader, { actor, roles: elsewhereOfficers }, sought);
	const people = new Map(sought.map((each, i) => [each, found[i]]));
	return rows.map(({ row, typed, read }): { row: number; typed: TypedResult; slips: Slip[]; ready: Ready | null } => {
		if ('slips' in read) return { row, typed, slips: [...read.slips], ready: null };
		const person = people.get(read.sought);
		if (!person || 'slip' in person)
			return { row, typed, slips: person ? [{ field: 'person', ...person.slip }] : [], ready: null };
		const { result } = read;
		return { row, typed, slips: [], ready: { person: person.value, result, sameKey: sameKeyOf(result) } };
	});
}
