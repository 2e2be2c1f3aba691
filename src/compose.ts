import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { basename, dirname } from 'node:path';
import { assessRoutes, findQuizStandings, reactions as assessReactions } from './assess/index.ts';
import { auditRoutes } from './audit/index.ts';
import { catalogRoutes, createCatalog, findMedia, type Catalog } from './catalog/index.ts';
import {
	certifyRoutes,
	coursesWithRecord,
	openSigner,
	reactions as certifyReactions,
	type Signer
} from './certify/index.ts';
import { authenticator, identityRoutes, newcomersCookie, registerJwt } from './identity/index.ts';
import { learnRoutes, openingsAfter, reactions as learnReactions, type AfterLessons } from './learn/index.ts';
import { displayStylesheet } from './lib/display.ts';
import { placesRoutes, seedPlaces } from './places/index.ts';
import type { Wiring } from './platform/facts.ts';
import type { House } from './platform/house.ts';
import { createServer, mountApi } from './platform/http/api.ts';
import { publishInject } from './platform/http/inject.ts';
import type { SiteParts } from './platform/http/site.ts';

/** The house with everything its rooms need of each other. */
export interface WholeHouse extends House {
	readonly catalog: Catalog;
	readonly signer: Signer;
	readonly afterLessons: AfterLessons;
}

/** Furnishes a house whose database is migrated: places, content, the signing key, what follows which fact. */
export async function composeHouse(base: House): Promise<WholeHouse> {
	await seedPlaces(base);
	const catalog = createCatalog(base);
	await catalog.compile();
	const afterLessons: AfterLessons = {
		quizzes: (learnerId) => findQuizStandings(base.store.read, learnerId),
		coursesWithRecord: (learnerId) => coursesWithRecord(base, learnerId)
	};
	const house: WholeHouse = { ...base, catalog, signer: await openSigner(base), afterLessons };
	base.facts.wire(together(learnReactions(house), assessReactions(house), certifyReactions(house)));
	return house;
}

/** Opened by itself, a drawing is a document of our own address: nothing in it may run, whatever it holds. */
const mediaPolicy = `sandbox; default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'`;

function together(...wirings: Wiring[]): Wiring {
	const all: Record<string, Wiring[string]> = {};
	for (const wiring of wirings)
		for (const [fact, reactions] of Object.entries(wiring)) all[fact] = [...(all[fact] ?? []), ...reactions];
	return all;
}

/** The server with its API, the lessons' media and the display settings; the pages are mounted by main.ts. */
export async function createApp(house: WholeHouse): Promise<FastifyInstance> {
	const app = createServer(house.config);
	await registerJwt(app, house);
	await mountApi(app, house, {
		authenticate: authenticator(house),
		rooms: [
			placesRoutes(house),
			identityRoutes(house),
			auditRoutes(house),
			catalogRoutes(house),
			learnRoutes(house),
			assessRoutes(house),
			certifyRoutes(house)
		]
	});
	await app.register(fastifyStatic, { root: house.config.contentDir, serve: false });
	app.get<{ Params: { name: string } }>('/media/:name', (request, reply) => {
		const media = findMedia(house.catalog, request.params.name);
		if (!media) return reply.code(404).type('text/plain').send('');
		void reply.type(media.type).headers({
			'cache-control': 'public, max-age=31536000, immutable',
			'content-security-policy': mediaPolicy
		});
		return reply.sendFile(basename(media.path), dirname(media.path), { cacheControl: false });
	});
	app.get('/hien-thi.css', (request, reply) =>
		reply
			.type('text/css; charset=utf-8')
			.header('cache-control', 'private, no-cache')
			.send(displayStylesheet(request.cookies['hien_thi']))
	);
	app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ ok: true }));
	publishInject(app.inject.bind(app) as FastifyInstance['inject']);
	return app;
}

/** What the pages need of the rooms besides the API; `folder` is where the build wrote them to. */
export function sitePartsOf({ config, catalog, secrets, clock }: WholeHouse, folder: string): SiteParts {
	return {
		config,
		folder,
		release: () => catalog.releaseId(),
		newcomersCookie: (cookies) => newcomersCookie(secrets, cookies),
		noteOpening: (cookie, lessonKey) => openingsAfter(secrets, cookie, { lessonKey, now: clock.now() })
	};
}
