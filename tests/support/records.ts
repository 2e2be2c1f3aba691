import { attempts } from '../../src/assess/tables.ts';
import { createCatalog, type Catalog } from '../../src/catalog/index.ts';
import { openSigner, reactions, type Signer } from '../../src/certify/index.ts';
import { issueRecord } from '../../src/certify/issue-record.ts';
import { learners } from '../../src/identity/tables.ts';
import { visitor, type Actor } from '../../src/platform/actor.ts';
import { newId } from '../../src/platform/ids.ts';
import { aHouse, type TestHouse } from './a-house.ts';

export type Certifying = TestHouse & { catalog: Catalog; signer: Signer; said: string[] };
export type Learning = Actor & { learnerId: string };

/** A house that notes what it would log. */
export async function aNotingHouse(): Promise<TestHouse & { said: string[] }> {
	const said: string[] = [];
	const note = (level: string) => (_details: object, message: string) => void said.push(`${level}: ${message}`);
	return { ...(await aHouse()), said, log: { info: note('info'), warn: note('warn'), error: note('error') } };
}

export async function aCertifyingHouse(): Promise<Certifying> {
	const house = await aNotingHouse();
	const catalog = createCatalog(house);
	await catalog.compile();
	const whole = { ...house, catalog, signer: await openSigner(house) };
	house.facts.wire(reactions(whole));
	return whole;
}

export async function aLearner(house: TestHouse): Promise<Learning> {
	const learnerId = newId();
	await house.store.transact(async (tx) => {
		await tx.insert(learners).values({ id: learnerId, createdAt: house.clock.now() });
	});
	return { ...visitor(), learnerId };
}

export async function aPassedAttempt(
	house: Certifying,
	{ learnerId }: Learning,
	part: Partial<typeof attempts.$inferInsert> = {}
) {
	const id = newId();
	const { hash, version, passPercent } = house.catalog.course('thu', 'vi') ?? { hash: '', version: 0, passPercent: 0 };
	const now = house.clock.now();
	await house.store.transact(async (tx) => {
		await tx.insert(attempts).values({
			id,
			learnerId,
			courseId: 'thu',
			courseHash: hash,
			courseVersion: version,
			purpose: 'quiz',
			seed: 's',
			questions: [],
			total: 10,
			passPercent,
			startedAt: now,
			finishedAt: now,
			score: 9,
			passed: true,
			...part
		});
	});
	return id;
}

export async function aRecord(house: Certifying, actor?: Learning, name = 'Nguyễn Thị Lan') {
	const holder = actor ?? (await aLearner(house));
	const attemptId = await aPassedAttempt(house, holder);
	const { record } = await issueRecord(house, holder, { attemptId, name });
	return { holder, attemptId, record };
}

export const administrator: Actor = {
	...visitor(),
	grants: [{ role: 'administrator', placeId: 'p', placePath: '/' }]
};
