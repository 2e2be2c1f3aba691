import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { basename, dirname } from 'node:path';
import {
	assessData,
	assessRoutes,
	createCalibrations,
	findQuizStandings,
	noteMiss,
	reactions as assessReactions,
	type Calibrations
} from './assess/index.ts';
import { assignData, assignRoutes, reactions as assignReactions } from './assign/index.ts';
import { auditData, auditRoutes } from './audit/index.ts';
import { catalogRoutes, createCatalog, findMedia, provideQuestionTypes, type Catalog } from './catalog/index.ts';
import {
	certifyData,
	certifyRoutes,
	coursesWithRecord,
	openNationalRegister,
	openRegisterWork,
	openSigner,
	readIssuer,
	reactions as certifyReactions,
	type NationalRegister,
	type RegisterWork,
	type Signer
} from './certify/index.ts';
import {
	communityData,
	communityRoutes,
	learnerOfHelped,
	namesOfHelped,
	reactions as communityReactions,
	refuseUntrained
} from './community/index.ts';
import {
	authenticator,
	authenticatorByToken,
	hasOpenCard,
	identityData,
	identityRoutes,
	isSharedDevice,
	newcomersCookie,
	openProvider,
	registerJwt,
	vneidRoutes
} from './identity/index.ts';
import { exchangeRoutes } from './exchange/index.ts';
import {
	learnData,
	learnRoutes,
	openingsAfter,
	reactions as learnReactions,
	type AfterLessons
} from './learn/index.ts';
import { displayStylesheet } from './lib/display.ts';
import { questionTypes } from './question-types/index.ts';
import { pathTables, placeMoves } from './place-moves.ts';
import { placesRoutes, seedPlaces } from './places/index.ts';
import type { Wiring } from './platform/facts.ts';
import { bringFilesHome } from './platform/files/store-files.ts';
import type { House } from './platform/house.ts';
import { houseData, ownDataOf, type OwnData } from './platform/own-data.ts';
import { privacyRoutes } from './privacy/index.ts';
import { createServer, mountApi } from './platform/http/api.ts';
import { mountStanding } from './platform/http/standing.ts';
import { publishInject } from './platform/http/inject.ts';
import type { SiteParts } from './platform/http/site.ts';

/** The house with everything its rooms need of each other. */
export interface WholeHouse extends House {
	readonly catalog: Catalog;
	readonly calibrations: Calibrations;
	readonly signer: Signer;
	readonly afterLessons: AfterLessons;
	readonly ownData: OwnData;
	readonly nationalRegister: NationalRegister | null;
	readonly deliveries: RegisterWork;
}

/** What each room keeps of people, from the lowest room up. */
export const kept = [houseData, identityData, auditData, learnData, assessData, certifyData, communityData, assignData];

/** Furnishes a house whose database is migrated: places, content, the signing key, what follows which fact. */
export async function composeHouse(base: House): Promise<WholeHouse> {
	provideQuestionTypes(questionTypes);
	await bringFilesHome(base);
	await seedPlaces(base);
	const catalog = createCatalog(base);
	await catalog.compile();
	const calibrations = createCalibrations(base);
	await calibrations.load();
	const afterLessons: AfterLessons = {
		quizzes: (learnerId) => findQuizStandings(base.store.read, learnerId),
		coursesWithRecord: (learnerId) => coursesWithRecord(base, learnerId),
		missed: noteMiss
	};
	const parts = { catalog, calibrations, signer: await openSigner(base), afterLessons, ownData: ownDataOf(kept) };
	const nationalRegister = base.config.register && openNationalRegister(base.config.register, base);
	const deliveries = openRegisterWork({ ...base, nationalRegister });
	const house: WholeHouse = { ...base, ...parts, nationalRegister, deliveries };
	base.facts.wire(
		together(
			...[learnReactions(house), assessReactions(house), certifyReactions(house), communityReactions(house)],
			assignReactions(house)
		)
	);
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

/** The routes of every room, from the lowest up. */
function roomsOf(house: WholeHouse) {
	return [
		placesRoutes({ ...house, moves: placeMoves, paths: pathTables }),
		identityRoutes(house),
		vneidRoutes({ ...house, provider: house.config.vneid && openProvider(house.config.vneid, house.config) }),
		auditRoutes(house),
		catalogRoutes(house),
		learnRoutes(house),
		assessRoutes(house, { nameHelped: namesOfHelped, learnerOfHelped }),
		exchangeRoutes(house),
		certifyRoutes(house),
		communityRoutes(house),
		assignRoutes({ ...house, moves: placeMoves }),
		privacyRoutes(house)
	];
}

/** The server with its API, the lessons' media and the display settings; the pages are mounted by main.ts. */
export async function createApp(house: WholeHouse): Promise<FastifyInstance> {
	const app = createServer(house.config);
	await registerJwt(app, house);
	await mountApi(app, house, {
		authenticate: authenticator(house),
		actorOf: authenticatorByToken(house, { server: app }),
		beforePeople: (actor) => refuseUntrained(house, actor),
		rooms: roomsOf(house)
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
	app.get('/.well-known/did.json', async (_request, reply) =>
		reply
			.type('application/did+json')
			.header('cache-control', 'public, max-age=300')
			.send(await readIssuer(house))
	);
	app.get('/hien-thi.css', (request, reply) =>
		reply
			.type('text/css; charset=utf-8')
			.header('cache-control', 'private, no-cache')
			.send(displayStylesheet(request.cookies['hien_thi'], hasOpenCard(request.cookies)))
	);
	mountStanding(app, { database: () => house.store.ping(), content: () => house.catalog.release() });
	publishInject(app.inject.bind(app) as FastifyInstance['inject']);
	return app;
}

/** What the pages need of the rooms besides the API; `folder` is where the build wrote them to. */
export function sitePartsOf({ config, catalog, secrets, clock }: WholeHouse, folder: string): SiteParts {
	return {
		config,
		folder,
		release: () => catalog.releaseId(),
		saysWhose: (cookies) => isSharedDevice({ secrets }, cookies),
		newcomersCookie: (cookies) => newcomersCookie(secrets, cookies),
		noteOpening: (cookie, lessonKey) => openingsAfter(secrets, cookie, { lessonKey, now: clock.now() })
	};
}
