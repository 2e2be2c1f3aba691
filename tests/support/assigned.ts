import type { DutyState } from '../../src/assign/assignments/tables.ts';
import {
	assignmentItems,
	assignments,
	assignmentTargets,
	duties,
	memberships,
	staffEntries
} from '../../src/assign/tables.ts';
import { accounts, learners } from '../../src/identity/tables.ts';
import { places } from '../../src/places/tables.ts';
import { newId } from '../../src/platform/ids.ts';
import { fold, vietnameseSortKey } from '../../src/platform/text.ts';
import { eq } from 'drizzle-orm';
import type { TestApp } from './an-app.ts';
import { accountOf, giveRole, neighbours, someone, type Neighbours } from './classes.ts';
import type { Phone } from './an-app.ts';

type House = TestApp['house'];

/** Two communes, the first with an officer. */
export async function withOfficer(
	settings: Record<string, string> = {}
): Promise<Neighbours & { officer: Phone; officerId: string }> {
	const all = await neighbours(settings);
	const officer = await someone(all.app, { name: 'Đặng Văn Cán', placeId: all.commune });
	await giveRole(all, officer, { role: 'officer', placeId: all.commune });
	return { ...all, officer, officerId: await accountOf(officer) };
}

async function pathOf({ store }: House, placeId: string): Promise<string> {
	const [place] = await store.read.select().from(places).where(eq(places.id, placeId));
	if (!place) throw new Error('there is no such place');
	return place.path;
}

/** Somebody with an account who belongs to an organisation; nobody knows her password. */
export async function aMember(house: House, placeId: string, name: string, position = 'Chuyên viên'): Promise<string> {
	const learnerId = newId();
	const now = house.clock.now();
	const placePath = await pathOf(house, placeId);
	await house.store.transact(async (tx) => {
		await tx.insert(learners).values({ id: learnerId, createdAt: now });
		await tx.insert(accounts).values({
			...{ id: newId(), learnerId, name, nameSort: vietnameseSortKey(name), nameFolded: fold(name) },
			...{ birthYear: 1985, passwordHash: 'none', createdAt: now }
		});
		await tx.insert(memberships).values({ id: newId(), placeId, placePath, learnerId, position, joinedAt: now });
	});
	return learnerId;
}

/** Somebody of a staff list, recognised as a learner or not yet. */
export async function aStaffEntry(
	house: House,
	placeId: string,
	part: { name: string; learnerId?: string; email?: string }
): Promise<string> {
	const { name } = part;
	const id = newId();
	const placePath = await pathOf(house, placeId);
	const keys = { nameSort: vietnameseSortKey(name), nameFolded: fold(name), personKey: fold(name) };
	const row = { id, placeId, placePath, ...part, ...keys, position: 'Văn thư', addedAt: house.clock.now() };
	await house.store.transact(async (tx) => void (await tx.insert(staffEntries).values(row)));
	return id;
}

/** An assignment that was sent to a place, with these modules. */
export async function anAssignment(
	{ house, placeId, officerId }: { house: House; placeId: string; officerId: string },
	part: Partial<typeof assignments.$inferInsert> & { subjects?: string[] } = {}
): Promise<string> {
	const { subjects = ['thu'], ...row } = part;
	const id = newId();
	const now = house.clock.now();
	const place = { placeId, placePath: await pathOf(house, placeId) };
	await house.store.transact(async (tx) => {
		await tx.insert(assignments).values({
			...{ id, ...place, title: 'An toàn số năm 2026', reason: 'Theo kế hoạch của xã', required: true },
			...{ startsOn: '2026-11-01', dueOn: '2026-11-30', finalOn: '2026-12-31', graceDays: 0, testAlone: false },
			...{ state: 'sent', version: 1, madeBy: officerId, madeAt: now, sentBy: officerId, sentAt: now },
			...row
		});
		await tx
			.insert(assignmentItems)
			.values(subjects.map((subject, position) => ({ assignmentId: id, position, subject })));
		await tx.insert(assignmentTargets).values({ id: newId(), assignmentId: id, kind: 'organisation', ...place });
	});
	return id;
}

/** What one person has to do of an assignment. */
export async function aDuty(
	house: House,
	{ assignmentId, placeId, learnerId }: { assignmentId: string; placeId: string; learnerId: string },
	part: Partial<typeof duties.$inferInsert> & { state?: DutyState } = {}
): Promise<string> {
	const id = newId();
	const placePath = await pathOf(house, placeId);
	await house.store.transact(async (tx) => {
		await tx.insert(duties).values({
			...{ id, assignmentId, placeId, placePath, learnerId, subject: 'thu', round: 1, state: 'open' as const },
			...{ givenAt: house.clock.now(), startsOn: '2026-11-01', dueOn: '2026-11-30', required: true },
			...part
		});
	});
	return id;
}
