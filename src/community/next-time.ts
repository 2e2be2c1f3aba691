import type { Actor } from '../platform/actor.ts';
import { recordAct } from '../platform/audit.ts';
import type { CommunityHouse } from './community-house.ts';
import { actOn, openClass } from './plan-class.ts';
import { changeClassRow } from './queries.ts';
import { wrongFields } from './refusals.ts';

const longest = 1_000;

/** Keeps what to do next time; nothing typed takes it away. */
export async function keepNextTime(
	house: CommunityHouse,
	actor: Actor,
	{ id, note }: { id: string; note: string }
): Promise<void> {
	const lines = note
		.normalize('NFC')
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{C}\n]/gu, ' ')
		.trim();
	if (lines.length > longest) throw wrongFields({ fields: [{ field: 'note', code: 'community.note-too-long' }] });
	await house.store.transact(async (tx) => {
		const row = await openClass(tx, actor, id);
		await changeClassRow(tx, id, { nextTime: lines || null });
		await recordAct(tx, house, actOn(actor, 'community.class-changed', row));
	});
}
