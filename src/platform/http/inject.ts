import type { FastifyInstance } from 'fastify';

/**
 * The bundled site shares no module instance with the server; through this one slot it calls the API of the
 * process it lives in, the same routes the public uses, without a network in between.
 */
export type Inject = FastifyInstance['inject'];

const slot = Symbol.for('bdhvs.inject');
const holder = globalThis as unknown as Record<symbol, Inject | undefined>;

export function publishInject(inject: Inject): void {
	holder[slot] = inject;
}

export function publishedInject(): Inject {
	const inject = holder[slot];
	if (!inject) throw new Error('the site was asked for a page before the API was ready');
	return inject;
}
