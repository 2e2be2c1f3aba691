import { createFirstAdministrator, firstAdministratorLink } from '../../src/identity/first-administrator.ts';
import type { Catalog } from '../../src/catalog/index.ts';
import { addDevice, addLearner, findAccount } from '../../src/identity/queries.ts';
import type { NewAccount } from '../../src/identity/schemas.ts';
import { findSignedIn } from '../../src/identity/session-queries.ts';
import { signIn } from '../../src/identity/sign-in.ts';
import { signUp } from '../../src/identity/sign-up.ts';
import type { Issued } from '../../src/identity/tokens.ts';
import { countingLessons } from '../../src/learn/index.ts';
import { keepLessonProgress } from '../../src/learn/queries.ts';
import { seedPlaces } from '../../src/places/index.ts';
import { visitor, type Actor } from '../../src/platform/actor.ts';
import type { House } from '../../src/platform/house.ts';
import { aHouse, type TestHouse } from './a-house.ts';

export const device = 'android-phone chrome';
export const password = 'ruộng lúa chín vàng';
export const lan: NewAccount = { name: 'Nguyễn Thị Lan', birthYear: 1985, phone: '0912 345 678', password };

/** A house with its places. */
export async function anInhabitedHouse() {
	const house = await aHouse();
	await seedPlaces(house);
	return house;
}

/** Signs somebody up and gives the actor that their next request would have. */
export async function aPerson(house: TestHouse, part: Partial<NewAccount> = {}, as: Actor = visitor()) {
	const issued = await signUp(house, as, { ...lan, ...part, device });
	return { issued, actor: await actorOf(house, issued) };
}

/** Who a session is. */
export async function actorOf(house: TestHouse, issued: Issued, deviceLearnerId: string | null = null): Promise<Actor> {
	const signedIn = await findSignedIn(house.store.read, issued.sessionId);
	if (!signedIn) throw new Error('the session is over');
	return { ...visitor(), ...signedIn, deviceLearnerId };
}

/** A phone on which somebody without an account has learnt. */
export async function aDeviceLearner(house: TestHouse, tokenHash = 'hash'): Promise<string> {
	return house.store.transact(async (tx) => {
		const learnerId = await addLearner(tx, house.clock.now());
		await addDevice(tx, { tokenHash, learnerId, createdAt: house.clock.now() });
		return learnerId;
	});
}

/** The administrator of the whole country. */
export async function anAdministrator(house: TestHouse) {
	const token = (await firstAdministratorLink(house))?.split('=')[1] ?? '';
	const person = { name: 'Trần Quản Trị', birthYear: 1980, username: 'quantri', password };
	const issued = await createFirstAdministrator(house, { ...person, token, device });
	return actorOf(house, issued);
}

/** Somebody has finished the lessons about people's data: a helper sees no list of people before. */
export async function finishFieldLesson(house: House & { catalog: Catalog }, accountId: string): Promise<void> {
	const { course: courseId } = house.catalog.communityRules().fieldLesson;
	const account = await findAccount(house.store.read, accountId);
	if (!account) throw new Error('only somebody with an account learns');
	const at = house.clock.now();
	const done = { learnerId: account.learnerId, courseId, lessonHash: 'any', state: 'done', completedAt: at } as const;
	const way = { openedAt: null, openedSource: 'unknown', pace: 'declared', declaredWay: 'paper' } as const;
	await house.store.transact(async (tx) => {
		for (const lessonId of countingLessons(house.catalog, courseId))
			await keepLessonProgress(tx, { ...done, ...way, lessonId, extraQuestionIds: [], lastAnsweredAt: at });
	});
}

/** Signs in as Lan, or as told. */
export const enter = (house: TestHouse, part: { identifier?: string; password?: string; accountId?: string } = {}) =>
	signIn(house, visitor(), { identifier: '0912345678', password, device, ...part });
