import { grantFor, mayActIn, outermostGrants, type Actor, type Grant, type Role } from '../../platform/actor.ts';
import { doerOf, recordAct } from '../../platform/audit.ts';
import type { House } from '../../platform/house.ts';
import { notAllowed } from '../../platform/http/access.ts';
import type { Writer } from '../../platform/persistence/store.ts';

/** Who enters what other platforms say, each within her places. */
export const elsewhereOfficers: readonly Role[] = ['officer', 'administrator'];

export const mayEnterFor = (actor: Actor, path: string): boolean => mayActIn(actor, elsewhereOfficers, path);

/** The role under which she enters something for a place; refuses whoever has none there. */
export function grantAt(actor: Actor, path: string): Grant {
	const grant = grantFor(actor, elsewhereOfficers, path);
	if (!grant) throw notAllowed();
	return grant;
}

interface DoneInPlaces {
	action: `certify.${string}`;
	subject: { kind: string; id: string };
	/** The places of all that it was about. */
	paths: readonly string[];
}

/** Writes an act down once for each place she reaches in which it did something, with how much that was. */
export async function recordInPlaces(
	tx: Writer,
	{ house, actor }: { house: Pick<House, 'clock' | 'secrets'>; actor: Actor },
	{ action, subject, paths }: DoneInPlaces
): Promise<void> {
	for (const { placePath } of outermostGrants(actor, elsewhereOfficers)) {
		const rows = paths.filter((path) => path.startsWith(placePath)).length;
		if (rows === 0) continue;
		const doer = doerOf(actor, elsewhereOfficers, placePath);
		await recordAct(tx, house, { doer, action, subject, placePath, details: { rows } });
	}
}
