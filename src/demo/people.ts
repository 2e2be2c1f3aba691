import { nobodysHash } from '../identity/index.ts';
import { newId } from '../platform/ids.ts';
import { named, aName, type Named } from './names.ts';
import type { DemoPlace } from './province.ts';
import type { Chance } from './seeded.ts';

/** Somebody made up: where she lives, and what she belongs to. */
export interface DemoPerson extends Named {
	readonly learnerId: string;
	readonly accountId: string;
	readonly birthYear: number;
	readonly home: Pick<DemoPlace, 'id' | 'path'>;
	readonly belongs: { readonly place: DemoPlace; readonly position: string } | null;
}

/** What she is there, by what the place is. */
const positions: Readonly<Record<string, readonly string[]>> = {
	agency: ['Chuyên viên', 'Công chức văn phòng', 'Phó trưởng phòng', 'Viên chức'],
	school: ['Giáo viên', 'Nhân viên', 'Tổ trưởng chuyên môn'],
	class: ['Học sinh'],
	enterprise: ['Công nhân', 'Tổ trưởng'],
	'co-operative': ['Xã viên'],
	market: ['Tiểu thương']
};

/** Somebody who lives there and, where it is given, belongs to an organisation. */
export function aPerson(chance: Chance, home: DemoPlace, place?: DemoPlace): DemoPerson {
	const grade = place?.grade ?? null;
	const birthYear = grade === null ? 1945 + chance.upTo(60) : 2020 - grade;
	const belongs = place
		? { place, position: chance.pick(positions[place.organisationKind ?? ''] ?? ['Thành viên']) }
		: null;
	const ids = { learnerId: newId(), accountId: newId() };
	return {
		...ids,
		...aName(chance),
		birthYear: place && grade === null ? 1966 + chance.upTo(38) : birthYear,
		home,
		belongs
	};
}

/** The same person under a name of her own, for the ten whose roles are tried. */
export function calledBy(person: DemoPerson, name: string): DemoPerson {
	return { ...person, ...named(name) };
}

export const learnerRow = ({ learnerId }: DemoPerson, createdAt: Date) => ({ id: learnerId, createdAt });

/** An account that is marked as made up, and whose password nobody knows. */
export function accountRow(person: DemoPerson, createdAt: Date) {
	const { accountId, learnerId, name, nameSort, nameFolded, birthYear, home } = person;
	return {
		...{ id: accountId, learnerId, name, nameSort, nameFolded, birthYear, createdAt, simulated: true },
		...{ placeId: home.id, placePath: home.path, passwordHash: nobodysHash }
	};
}

export function membershipRow({ learnerId, belongs }: DemoPerson, joinedAt: Date) {
	if (!belongs) return [];
	const { place, position } = belongs;
	return [{ id: newId(), placeId: place.id, placePath: place.path, learnerId, position, joinedAt }];
}

/** Her line in the list of her organisation; of one in ten nobody has an account. */
export function staffRow(person: DemoPerson, { addedAt, registered }: { addedAt: Date; registered: boolean }) {
	const { learnerId, name, nameSort, nameFolded, birthYear, belongs } = person;
	if (!belongs) return [];
	const { place, position } = belongs;
	const found = registered ? { learnerId, matchedBy: 'member', matchedAt: addedAt } : {};
	// Two of one name and year in one list are told apart by a number that the organisation gave.
	const staffNumber = learnerId.slice(-6).toUpperCase();
	return [
		{
			...{ id: newId(), placeId: place.id, placePath: place.path, name, nameSort, nameFolded, birthYear, position },
			...{ staffNumber, personKey: `${nameFolded}|${birthYear}|${staffNumber}`, addedAt, ...found }
		}
	];
}
