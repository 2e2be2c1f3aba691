import { mayActIn, type Actor, type Role } from '../../platform/actor.ts';
import { notAllowed } from '../../platform/http/access.ts';

/** Who looks after what is confirmed at the register, each within her places. */
export const registerOfficers: readonly Role[] = ['officer', 'administrator'];

/** Refuses whoever does not look after this place. */
export function mustLookAfter(actor: Actor, placePath: string): void {
	if (!mayActIn(actor, registerOfficers, placePath)) throw notAllowed();
}
