import { join } from 'node:path';
import { accountRow, aPerson, calledBy, learnerRow, membershipRow } from '../../src/demo/people.ts';
import { loaderOf, type Load } from '../../src/demo/loader.ts';
import { placeRow, topRows } from '../../src/demo/place-rows.ts';
import { communesOf, type DemoPlace } from '../../src/demo/province.ts';
import { seeded } from '../../src/demo/seeded.ts';
import { hashToken, newId } from '../../src/platform/ids.ts';
import { build } from '../../src/platform/persistence/databases.ts';
import { readJournal } from '../../src/platform/persistence/migrations.ts';
import { migrationsFolder } from '../../src/platform/persistence/store.ts';

const day = 86_400_000;
/** What the link ends with by which the officer over them is tried. */
export const officersToken = 'do-thu-nghiem-cua-bang';

/** An agency in a new database, so many people in it and so many modules that each of them is asked to learn. */
export async function fillWithAsked(
	where: { dataDir: string; databaseUrl: string | null },
	{ people, modules }: { people: number; modules: number }
): Promise<void> {
	const building = await build(
		where.databaseUrl === null
			? { kind: 'sqlite', file: join(where.dataDir, 'hoc.sqlite') }
			: { kind: 'postgres', url: where.databaseUrl },
		{ count: readJournal(migrationsFolder).length }
	);
	try {
		await fill(loaderOf(building), { people, modules });
		await building.finish();
	} finally {
		await building.close();
	}
}

async function fill(load: Load, { people, modules }: { people: number; modules: number }): Promise<void> {
	const chance = seeded(7);
	const [commune] = communesOf({ communes: 1, villages: 1, officials: 0, members: 0 }, chance);
	const [agency] = commune?.agencies ?? [];
	if (!commune || !agency) throw new Error('the sample commune has agencies');
	await load('places', [...topRows(), ...[commune.place, agency].map(placeRow)]);
	const since = new Date(Date.now() - 30 * day);
	const all = Array.from({ length: people }, () => aPerson(chance, commune.place, agency));
	const officer = calledBy(aPerson(chance, commune.place), 'Cán Bộ Đo');
	await load(
		'learners',
		[...all, officer].map((person) => learnerRow(person, since))
	);
	await load(
		'accounts',
		[...all, officer].map((person) => accountRow(person, since))
	);
	await load(
		'memberships',
		all.flatMap((person) => membershipRow(person, since))
	);
	const where = { placeId: agency.id, placePath: agency.path };
	const grant = { id: newId(), accountId: officer.accountId, role: 'officer', grantedAt: since, ...where };
	await load('grants', [grant]);
	const link = { tokenHash: hashToken(officersToken), accountId: officer.accountId, createdAt: since };
	await load('try_links', [link]);
	const subjects = Array.from({ length: modules }, (_, i) => `hoc-phan-${i + 1}`);
	const asked = await ask(load, { subjects, agency, madeBy: officer.accountId, since });
	for (const subject of subjects)
		await load(
			'duties',
			all.map(({ learnerId }) => ({
				...{ ...asked, ...where, id: newId(), subject, learnerId, round: 1, givenAt: since },
				...(chance.is(0.6) ? { state: 'done', settledAt: since, percent: 90 } : { state: 'open' })
			}))
		);
}

async function ask(
	load: Load,
	{ subjects, agency, madeBy, since }: { subjects: string[]; agency: DemoPlace; madeBy: string; since: Date }
) {
	const on = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);
	const assignmentId = newId();
	const where = { placeId: agency.id, placePath: agency.path };
	const days = { startsOn: on(-20), dueOn: on(-2) };
	const rules = { finalOn: on(20), graceDays: 0, testAlone: true, state: 'sent', version: 1 };
	const sent = { madeBy, madeAt: since, sentBy: madeBy, sentAt: since };
	const words = { title: 'Kế hoạch của năm', reason: 'Để đo.', required: true };
	await load('assignments', [{ id: assignmentId, ...where, ...words, ...days, ...rules, ...sent }]);
	await load(
		'assignment_items',
		subjects.map((subject, position) => ({ assignmentId, position, subject }))
	);
	await load('assignment_targets', [{ id: newId(), assignmentId, kind: 'organisation', ...where }]);
	return { assignmentId, ...days, required: true };
}
