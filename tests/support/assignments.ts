import { memberships } from '../../src/assign/tables.ts';
import { accounts, learners } from '../../src/identity/tables.ts';
import { places } from '../../src/places/tables.ts';
import { accountOf, giveRole, good, neighbours, someone, type Neighbours } from './classes.ts';
import type { Phone } from './an-app.ts';

/** A commune with an office and a school, an officer over them, and people who belong to the office. */
export interface Office extends Neighbours {
	officer: Phone;
	office: string;
	school: string;
	clerk: Phone;
	clerkId: string;
}

/** The clock of the tests stands at 23 November 2026. */
export const asked = {
	title: 'An toàn dữ liệu cho cán bộ xã',
	reason: 'Để hồ sơ của bà con không lọt ra ngoài.',
	document: '12/KH-UBND ngày 20/11/2026',
	required: true,
	startsOn: '2026-11-23',
	dueOn: '2026-12-01',
	finalOn: '2026-12-20',
	testAlone: true,
	items: ['thu']
};

export async function anOffice(): Promise<Office> {
	const all = await neighbours();
	const officer = await someone(all.app, { name: 'Hoàng Thị Mai', placeId: all.commune });
	await giveRole(all, officer, { role: 'officer', placeId: all.commune });
	const [office, school] = [await organisation(all, 'van-phong'), await organisation(all, 'truong')];
	const clerk = await someone(all.app, { name: 'Vũ Văn Thư', placeId: all.commune });
	const clerkId = await learnerOf(all, clerk);
	await join(all, { learnerId: clerkId, placeId: office, position: 'Văn thư' });
	return { ...all, officer, office, school, clerk, clerkId };
}

/** An organisation in the first commune. */
async function organisation({ app, commune }: Neighbours, code: string): Promise<string> {
	const id = `to-chuc-${code}`;
	await app.house.store.transact(async (tx) => {
		const [parent] = (await tx.select().from(places)).filter((place) => place.id === commune);
		if (!parent) throw new Error('the commune is there');
		const names = { name: code, nameSort: code, folded: code, localKind: 'cơ quan' };
		const path = `${parent.path}${code}/`;
		const row = { ...parent, id, code, kind: 'organisation' as const, ...names, parentId: commune, path };
		await tx.insert(places).values({ ...row, organisationKind: code === 'truong' ? 'school' : 'agency' });
	});
	return id;
}

async function learnerOf({ app }: Neighbours, phone: Phone): Promise<string> {
	const accountId = await accountOf(phone);
	const account = (await app.house.store.read.select().from(accounts)).find(({ id }) => id === accountId);
	return account?.learnerId ?? '';
}

/** Somebody belongs to an organisation from now on. */
export async function join(
	{ app }: Neighbours,
	{ learnerId, placeId, position = null }: { learnerId: string; placeId: string; position?: string | null }
): Promise<void> {
	const { store, facts, clock } = app.house;
	await store.transact(async (tx) => {
		const place = (await tx.select().from(places)).find(({ id }) => id === placeId);
		const row = { id: `${placeId}-${learnerId}`, placeId, placePath: place?.path ?? '', learnerId, position };
		await tx.insert(memberships).values({ ...row, joinedAt: clock.now() });
		await facts.record(tx, 'assign.joined', { learnerId, placeId });
	});
}

/** So many people without an account who belong to an organisation. */
export async function crowd(all: Neighbours, { placeId, count }: { placeId: string; count: number }): Promise<void> {
	const { store, clock } = all.app.house;
	await store.transact(async (tx) => {
		const place = (await tx.select().from(places)).find(({ id }) => id === placeId);
		for (let i = 0; i < count; i++) {
			const learnerId = `nguoi-${String(i).padStart(4, '0')}`;
			await tx.insert(learners).values({ id: learnerId, createdAt: clock.now() });
			const where = { placeId, placePath: place?.path ?? '', position: null, joinedAt: clock.now() };
			await tx.insert(memberships).values({ id: `tu-cach-${i}`, learnerId, ...where });
		}
	});
}

/** A draft of the officer's, for the office unless it says otherwise. */
export async function draft({ officer, commune, office }: Office, part: object = {}) {
	const targets = [{ kind: 'organisation', placeId: office }];
	return good(await officer.call('POST', '/assignments', { ...asked, placeId: commune, targets, ...part }));
}
