import { memberships, staffEntries } from '../../src/assign/tables.ts';
import { accounts } from '../../src/identity/tables.ts';
import { places } from '../../src/places/tables.ts';
import { newId } from '../../src/platform/ids.ts';
import { fold, vietnameseSortKey } from '../../src/platform/text.ts';
import type { Phone } from './an-app.ts';
import { accountOf, giveRole, good, neighbours, someone, type Neighbours } from './classes.ts';
import { officer } from './organisations.ts';

/** A primary school of the first commune with its officer, and classes 3A, 4A and 5A of the year before. */
export interface School extends Neighbours {
	officer: Phone;
	school: string;
	classes: Record<'3A' | '4A' | '5A', string>;
}

export async function aSchool(): Promise<School> {
	const all = await neighbours();
	const own = await officer(all, 'officer', all.commune);
	const make = async (parentId: string, part: object): Promise<string> =>
		good(await own.call('POST', '/organisations', { parentId, ...part })).id;
	const school = await make(all.commune, { name: 'Trường Tiểu học Xuân', organisationKind: 'school' });
	const aClass = (grade: number) =>
		make(school, { name: `Lớp ${grade}A`, organisationKind: 'class', grade, schoolYear: '2025-2026' });
	const classes = { '3A': await aClass(3), '4A': await aClass(4), '5A': await aClass(5) };
	return { ...all, officer: own, school, classes };
}

/** Somebody with an account joins a class; returns her phone, her learner and how she belongs there. */
export async function aPupil(
	all: Pick<School, 'app'>,
	{ name, placeId, position = null }: { name: string; placeId: string; position?: string | null }
): Promise<{ phone: Phone; learnerId: string; membershipId: string }> {
	const { store, clock } = all.app.house;
	const phone = await someone(all.app, { name });
	const accountId = await accountOf(phone);
	const learnerId = (await store.read.select().from(accounts)).find(({ id }) => id === accountId)?.learnerId ?? '';
	const membershipId = newId();
	await store.transact(async (tx) => {
		const place = (await tx.select().from(places)).find(({ id }) => id === placeId);
		const row = { id: membershipId, placeId, placePath: place?.path ?? '', learnerId, position };
		await tx.insert(memberships).values({ ...row, joinedAt: clock.now() });
	});
	return { phone, learnerId, membershipId };
}

/** Somebody stands in the list of a class. */
export async function aListed(
	{ app }: Pick<School, 'app'>,
	{ name, placeId, learnerId = null }: { name: string; placeId: string; learnerId?: string | null }
): Promise<string> {
	const id = newId();
	await app.house.store.transact(async (tx) => {
		const place = (await tx.select().from(places)).find((each) => each.id === placeId);
		const keys = { nameSort: vietnameseSortKey(name), nameFolded: fold(name), personKey: ` ${fold(name)} | ` };
		const row = { id, placeId, placePath: place?.path ?? '', name, ...keys, learnerId };
		await tx.insert(staffEntries).values({ ...row, addedAt: app.house.clock.now() });
	});
	return id;
}

/** A teacher of one class. */
export async function aTeacher(all: School, placeId: string): Promise<Phone> {
	const phone = await someone(all.app, { name: 'Vũ Cô Giáo' });
	await giveRole(all, phone, { role: 'teacher', placeId });
	return phone;
}
