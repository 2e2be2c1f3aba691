import { listPeopleWithin, type PersonWithin, type Reach } from '../../identity/index.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { fold } from '../../platform/text.ts';
import { slipIn, type Read } from '../elsewhere/typed.ts';
import { findRecordsByCode } from '../queries.ts';
import type { Sought } from './typed-result.ts';

/**
 * Who each of them is among the people within reach: whoever has all that was given of her, and only where exactly one
 * has. Whoever lies outside is as if she were not there.
 */
export async function findPeople(
	reader: Reader,
	reach: Reach,
	sought: readonly Sought[]
): Promise<Read<PersonWithin>[]> {
	const all = <K extends keyof Sought>(key: K) => [...new Set(sought.flatMap((each) => each[key] ?? []))] as string[];
	const holders = new Map(
		(await recordsBy(reader, all('code'))).map(({ code, learnerId }) => [code, learnerId] as const)
	);
	const people = await listPeopleWithin(reader, reach, {
		names: all('nameFolded'),
		phones: all('phone'),
		learnerIds: [...new Set(holders.values())]
	});
	return sought.map((each) => {
		const meant = people.filter((person) => isShe(person, each, holders));
		const [only] = meant;
		if (only && meant.length === 1) return { value: only };
		return meant.length > 1 ? slipIn('person-several', { count: meant.length }) : slipIn('person-none');
	});
}

async function recordsBy(reader: Reader, codes: readonly string[]) {
	const found = [];
	for (let start = 0; start < codes.length; start += 200)
		found.push(...(await findRecordsByCode(reader, codes.slice(start, start + 200))));
	return found;
}

/** Whether somebody has all that was given. */
function isShe(
	{ learnerId, name, birthYear, phone }: PersonWithin,
	sought: Sought,
	holders: ReadonlyMap<string, string>
): boolean {
	return (
		(sought.code === null || holders.get(sought.code) === learnerId) &&
		(sought.nameFolded === null || sought.nameFolded === fold(name)) &&
		(sought.year === null || sought.year === birthYear) &&
		(sought.phone === null || sought.phone === phone)
	);
}
