import type { FastifyRequest } from 'fastify';
import { hasRole, type Actor, type Role } from '../actor.ts';
import { refusal } from '../refusal.ts';

/** Who may call a route: everyone; a learner of this device or account; someone signed in; holders of a role somewhere. */
type Access = 'public' | 'learner' | 'account' | readonly Role[];

declare module 'fastify' {
	interface FastifyRequest {
		/** Who is asking; set before any handler runs. */
		actor: Actor;
		/** The language to answer in. */
		lang: Actor['lang'];
	}
	interface FastifyContextConfig {
		/** Every API route says who may call it; a route that does not is not registered. */
		access?: Access;
		/** The answer lists or shows people: whoever must learn to keep such things first is refused. */
		showsPeople?: true;
	}
}

export const noLearner = refusal('unauthenticated', 'identity.no-learner');
export const signInFirst = refusal('unauthenticated', 'identity.sign-in-first');
export const notAllowed = refusal('forbidden', 'identity.not-allowed');

/** Refuses a request whose actor is not among those the route is for. */
export function requireAccess({ actor, routeOptions }: FastifyRequest): void {
	const { access } = routeOptions.config;
	if (mayCall(actor, access)) return;
	if (access === 'learner') throw noLearner();
	throw actor.accountId === null ? signInFirst() : notAllowed();
}

/** Whether the actor is among those a route is for. */
export function mayCall(actor: Actor, access: Access | undefined): boolean {
	if (access === undefined || access === 'public') return true;
	if (access === 'learner') return actor.learnerId !== null;
	return actor.accountId !== null && (access === 'account' || hasRole(actor, access));
}
