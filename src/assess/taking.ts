import type { FastifyRequest } from 'fastify';
import { noLearner } from '../platform/http/access.ts';
import type { TakingActor } from './assess-house.ts';

/** Who answers: the routes let only learners in, and this says so to the compiler too. */
export function taking({ actor }: Pick<FastifyRequest, 'actor'>): TakingActor {
	if (actor.learnerId === null) throw noLearner();
	return { ...actor, learnerId: actor.learnerId };
}
