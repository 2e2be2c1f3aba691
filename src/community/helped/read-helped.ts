import { listAccountNames, shortName } from '../../identity/index.ts';
import { outermostGrants, type Actor } from '../../platform/actor.ts';
import { doerOf, recordAct } from '../../platform/audit.ts';
import { fold } from '../../platform/text.ts';
import { classKeepers, type CommunityHouse } from '../community-house.ts';
import { lastMergeOf } from '../doubles/last-merge.ts';
import { readLearntInClass } from '../marks/read-marks.ts';
import { actOnHelped } from './acts.ts';
import { findCardOf, findHelped, searchHelped } from './queries.ts';
import { noSuchHelped } from './refusals.ts';
import type { HelpedList, HelpedQuery, HelpedView } from './schemas.ts';
import { summariesOf } from './summaries.ts';

const pageSize = 50;

/**
 * Helped learners within the actor's places, by name; that they were listed, and how many, is written down with it.
 * Names are shortened but for whoever was looked for by her whole name.
 */
export async function listHelped(house: CommunityHouse, actor: Actor, asked: HelpedQuery): Promise<HelpedList> {
	const folded = fold(asked.query ?? '');
	return house.store.transact(async (tx) => {
		const after = asked.after === undefined ? undefined : await findHelped(tx, actor, asked.after);
		if (asked.after !== undefined && !after) throw noSuchHelped();
		const found = await searchHelped(tx, actor, { folded, after, limit: pageSize + 1 });
		const page = found.slice(0, pageSize);
		for (const { placeId, placePath } of outermostGrants(actor, classKeepers)) {
			const results = page.filter((each) => each.placePath.startsWith(placePath)).length;
			await recordAct(tx, house, {
				doer: doerOf(actor, classKeepers, placePath),
				action: 'community.helped-listed',
				subject: { kind: 'place', id: placeId },
				placePath,
				details: { results, searched: folded !== '', further: after !== undefined }
			});
		}
		const learners = await summariesOf(house, tx, page);
		return {
			learners: learners.map((each) => (fold(each.name) === folded ? each : { ...each, name: shortName(each.name) })),
			next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null
		};
	});
}

/** One helped learner, for whoever looks after her; that she was looked at is written down with it. */
export async function viewHelped(house: CommunityHouse, actor: Actor, id: string): Promise<HelpedView> {
	return house.store.transact(async (tx) => {
		const row = await findHelped(tx, actor, id);
		const [summary] = row ? await summariesOf(house, tx, [row]) : [];
		if (!row || !summary) throw noSuchHelped();
		const card = await findCardOf(tx, id);
		const names = await listAccountNames(tx, [row.recordedBy]);
		await recordAct(tx, house, actOnHelped(actor, 'community.helped-viewed', row));
		const { lessons } = await readLearntInClass(house, tx, { learnerId: row.learnerId, lang: actor.lang });
		return {
			...summary,
			merge: await lastMergeOf(house, tx, { actor, helpedId: id }),
			consent: {
				by: row.consentBy,
				guardian: row.guardian,
				at: row.consentAt.toISOString(),
				recordedBy: names.get(row.recordedBy) ?? null
			},
			card: card
				? {
						madeAt: card.madeAt.toISOString(),
						lastUsedAt: card.lastUsedAt?.toISOString() ?? null,
						locked: card.lockedAt !== null
					}
				: null,
			inClass: lessons
		};
	});
}
