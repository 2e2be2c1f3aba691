import type { Question } from '../../catalog/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { AssessHouse } from '../assess-house.ts';
import { findFound } from '../calibrated/queries.ts';
import { askedOf } from './asked.ts';
import { noCounters } from './counters.ts';
import { enoughAnswers, figuresOf } from './figures.ts';
import { recentSince } from './keep-figures.ts';
import { findComputedAt, listVersions, type ShownRow } from './queries.ts';
import { noSuchItem } from './refusals.ts';
import type { ItemVersion, ItemView } from './schemas.ts';
import { courseOf, versionOf } from './views.ts';
import { refuseOthers } from './who-may.ts';

/**
 * A question of a quiz or an exam with the figures of each version that somebody has met, the one in use first, even
 * where nobody has met it yet. Refuses with `items.no-such-item`.
 */
export async function readItem(house: AssessHouse, actor: Actor, id: string): Promise<ItemView> {
	refuseOthers(actor);
	const { read } = house.store;
	const rows = await listVersions(read, id);
	const inUse = questionInUse(house, actor, id);
	const courseId = inUse?.courseId ?? rows[0]?.courseId;
	if (courseId === undefined) throw noSuchItem();
	const met = await versionsOf(house, actor, rows);
	const unmet = inUse && !rows.some(({ hash }) => hash === inUse.hash) ? [await unmetVersion(house, inUse, actor)] : [];
	const current = (version: ItemVersion) => version.hash === inUse?.hash;
	return {
		...{ id, enough: enoughAnswers, course: courseOf(house, courseId, actor.lang) },
		asOf: (await findComputedAt(read))?.toISOString() ?? null,
		versions: [...unmet, ...met.filter(current), ...met.filter((each) => !current(each))].map((version) => ({
			...version,
			current: current(version)
		}))
	};
}

async function versionsOf(house: AssessHouse, { lang }: Actor, rows: readonly ShownRow[]): Promise<ItemVersion[]> {
	const versions: ItemVersion[] = [];
	const known = await findFound(
		house.store.read,
		rows.map(({ hash }) => hash)
	);
	for (const row of rows) {
		const question = await house.catalog.findQuestion(house.store.read, row.hash, lang);
		if (question) versions.push(versionOf(row, { question, found: known.get(row.hash), lang }));
	}
	return versions;
}

function questionInUse({ catalog }: AssessHouse, { lang }: Actor, id: string): Question | undefined {
	const courses = catalog.courseIds();
	const banks = courses.flatMap((course) => [catalog.quizQuestions(course, lang), catalog.examQuestions(course, lang)]);
	return banks.flat().find((question) => question.id === id);
}

/** Tests that follow the learner may have asked it all the same, so it may be calibrated. */
async function unmetVersion(house: AssessHouse, question: Question, { lang }: Actor): Promise<ItemVersion> {
	const { hash } = question;
	const asked = askedOf(question, house.catalog.rules().plausible);
	const figures = figuresOf(noCounters(), asked, { since: recentSince(house), alikePairs: 0 });
	const found = (await findFound(house.store.read, [hash])).get(hash);
	return versionOf({ hash, current: true, firstAt: null, figures }, { question, found, lang });
}
