import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { fold, vietnameseSortKey } from '../../platform/text.ts';
import type { AssignHouse } from '../assign-house.ts';
import { actOnAssignment } from './acts.ts';
import { listMembersAimedAt, type Member } from './members-aimed-at.ts';
import { namesOf, placesOf } from './names.ts';
import { listTargets, type TargetRow } from './queries.ts';
import type { Reach } from './schemas.ts';
import { ownAssignment } from './write.ts';

/** Whether a target means somebody as she belongs there. */
export function isMeant(target: TargetRow, { learnerId, placePath, organisationKind, position }: Member): boolean {
	if (!placePath.startsWith(target.placePath)) return false;
	if (target.organisationKind !== null && target.organisationKind !== organisationKind) return false;
	if (target.kind === 'person') return target.learnerId === learnerId;
	return target.kind === 'organisation' || fold(position ?? '') === target.position;
}

/**
 * A portion of the people whom targets reach, each once and at the organisation that she belonged to first. `next` is
 * where the following portion begins; null at the end.
 */
export async function readPortion(
	reader: Reader,
	targets: readonly TargetRow[],
	{ after, limit }: { after: string; limit: number }
): Promise<{ people: Member[]; next: string | null }> {
	const rows = await listMembersAimedAt(reader, targets, { after, limit });
	const last = rows.at(-1)?.learnerId;
	const isCut = rows.length === limit && rows[0]?.learnerId !== last;
	const whole = isCut ? rows.filter(({ learnerId }) => learnerId !== last) : rows;
	return { people: meantOnce(targets, whole), next: rows.length < limit ? null : (whole.at(-1)?.learnerId ?? null) };
}

/** Those of these people whom targets reach now, each once. */
export async function readMeant(
	reader: Reader,
	targets: readonly TargetRow[],
	among: readonly string[]
): Promise<Member[]> {
	return meantOnce(targets, await listMembersAimedAt(reader, targets, { among }));
}

function meantOnce(targets: readonly TargetRow[], rows: readonly Member[]): Member[] {
	const people = new Map<string, Member>();
	for (const row of rows)
		if (!people.has(row.learnerId) && targets.some((target) => isMeant(target, row))) people.set(row.learnerId, row);
	return [...people.values()];
}

const portion = 2_000;
const mostNames = 50;

/** Whom a draft would reach, before it is sent; that names were shown is written down. */
export async function previewReach(house: AssignHouse, actor: Actor, id: string): Promise<Reach> {
	const reader = house.store.read;
	const row = await ownAssignment(reader, actor, id);
	const targets = await listTargets(reader, id);
	const counts = new Map<string, number>();
	const first: string[] = [];
	for (let after: string | null = ''; after !== null;) {
		const { people, next }: Awaited<ReturnType<typeof readPortion>> = await readPortion(reader, targets, {
			after,
			limit: portion
		});
		for (const { placeId, learnerId } of people) {
			counts.set(placeId, (counts.get(placeId) ?? 0) + 1);
			if (first.length < mostNames) first.push(learnerId);
		}
		after = next;
	}
	const names = await namesOf(reader, first);
	const people = [...counts.values()].reduce((sum, each) => sum + each, 0);
	const act = actOnAssignment(actor, 'assign.reach-previewed', row);
	await house.store.transact((tx) => recordAct(tx, house, { ...act, details: { people } }));
	const places = await placesOf(reader, [...counts.keys()]);
	return {
		people,
		places: [...counts]
			.map(([placeId, many]) => ({ place: { id: placeId, name: places.get(placeId) ?? '' }, people: many }))
			.sort((a, b) => b.people - a.people)
			.slice(0, 200),
		names: first.map((learnerId) => names.get(learnerId) ?? '').sort(byGivenName)
	};
}

function byGivenName(a: string, b: string): number {
	const [left, right] = [vietnameseSortKey(a), vietnameseSortKey(b)];
	return left < right ? -1 : Number(left > right);
}
