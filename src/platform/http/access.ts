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
	}
}

export const noLearner = refusal('unauthenticated', 'identity.no-learner');
export const signInFirst = refusal('unauthenticated', 'identity.sign-in-first');
export const notAllowed = refusal('forbidden', 'identity.not-allowed');

/** Refuses a request whose actor is not among those the route is for. */
export function requireAccess(request: FastifyRequest): void {
	const access = request.routeOptions.config.access;
	const { actor } = request;
	if (access === undefined || access === 'public') return;
	if (access === 'learner') {
		if (actor.learnerId === null) throw noLearner();
		return;
	}
	if (actor.accountId === null) throw signInFirst();
	if (access !== 'account' && !hasRole(actor, access)) throw notAllowed();
}
