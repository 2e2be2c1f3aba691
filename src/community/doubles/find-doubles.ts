import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { fold } from '../../platform/text.ts';
import type { CommunityHouse } from '../community-house.ts';
import { actOnHelped } from '../helped/acts.ts';
import { findHelped, searchHelped } from '../helped/queries.ts';
import { noSuchHelped } from '../helped/refusals.ts';
import { summariesOf } from '../helped/summaries.ts';
import { likeness } from './likeness.ts';
import { listLikely } from './queries.ts';
import type { DoublesList } from './schemas.ts';

const most = 20;

/** Who may be the same person, the likeliest first; or those of a name, wherever the actor looks after people. */
export async function findDoubles(
	house: CommunityHouse,
	actor: Actor,
	{ id, query }: { id: string; query?: string | undefined }
): Promise<DoublesList> {
	const folded = fold(query ?? '');
	return house.store.transact(async (tx) => {
		const row = await findHelped(tx, actor, id);
		if (!row) throw noSuchHelped();
		const found =
			folded === '' ? await listLikely(tx, actor, row) : await searchHelped(tx, actor, { folded, limit: most + 1 });
		const likely = found
			.filter((each) => each.id !== id)
			.map((each) => ({ each, alike: likeness(row, each) }))
			.sort((a, b) => b.alike - a.alike)
			.slice(0, most)
			.map(({ each }) => each);
		await recordAct(tx, house, {
			...actOnHelped(actor, 'community.doubles-looked-for', row),
			details: { results: likely.length, searched: folded !== '' }
		});
		return { learners: await summariesOf(house, tx, likely) };
	});
}
