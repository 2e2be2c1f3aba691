import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { TypedApi } from '../../platform/http/api.ts';
import { say } from '../../platform/messages/index.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { CodeParams } from '../schemas.ts';
import { acceptedSecuring } from './accepted.ts';
import { exportCredential, listStatusLists, type BadgeForm } from './export-credential.ts';
import type { Securing } from './status-list.ts';
import { StatusLists } from './status-lists.ts';

const tags = ['certify'];
const types = { jwt: 'application/vc+jwt', proof: 'application/vc' } as const;
const produces = Object.values(types);
const badgeTypes: Record<BadgeForm, string> = {
	jwt: types.jwt,
	json: types.proof,
	png: 'image/png',
	svg: 'image/svg+xml'
};
const ListParams = Type.Object(
	{ list: Type.String({ pattern: '^(0|[1-9][0-9]{0,2})$', description: 'Which one; of a million records each' }) },
	{ additionalProperties: false }
);
const ListQuery = Type.Object(
	{
		form: Type.Optional(
			Type.Literal('jwt', {
				description: 'As a JSON Web Signature; without it as the Accept header says, with its proof inside otherwise'
			})
		)
	},
	{ additionalProperties: false }
);
const BadgeQuery = Type.Object(
	{
		form: Type.Optional(
			Type.Union([Type.Literal('jwt'), Type.Literal('json'), Type.Literal('png'), Type.Literal('svg')], {
				description:
					'As a JSON Web Signature, as JSON with its proof inside, or such JSON baked into a picture; without it as the Accept header says, a signature otherwise'
			})
		)
	},
	{ additionalProperties: false }
);

const ListNumbers = Type.Object({ lists: Type.Array(Type.Integer()) });

/** Records for other programs: as Open Badges, with the lists of what was withdrawn. */
export function credentialRoutes(api: TypedApi, house: CertifyHouse): void {
	badges(api, house);
	lists(api, house);
}

function badges(api: TypedApi, house: CertifyHouse): void {
	const summary =
		'The record as an Open Badge 3.0: a verifiable credential that other programs can check (VC-JWT with EdDSA, or Data Integrity with eddsa-rdfc-2022)';
	api.get(
		'/records/:code/credential',
		{
			config: { access: 'learner' },
			schema: { tags, summary, produces: Object.values(badgeTypes), params: CodeParams, querystring: BadgeQuery }
		},
		async (request, reply) => {
			const securing = acceptedSecuring(request.headers.accept);
			const form: BadgeForm = request.query.form ?? (securing === 'jwt' ? 'jwt' : 'json');
			const { code, badge } = await exportCredential(house, request.actor, { ...request.params, form });
			const file = `${say(request.lang, 'certify.badge-file')}-${code}.${form}`;
			return reply
				.headers({ 'content-disposition': `attachment; filename="${file}"`, 'x-robots-tag': 'noindex', vary: 'accept' })
				.type(badgeTypes[form])
				.send(badge);
		}
	);
}

function lists(api: TypedApi, house: CertifyHouse): void {
	const lists = new StatusLists(house);
	api.get(
		'/status-lists',
		{
			config: { access: 'public' },
			schema: { tags, summary: 'Which lists of withdrawn records there are', response: { 200: ListNumbers } }
		},
		() => listStatusLists(house)
	);
	const summary = 'Which records were withdrawn, as one bit each (Bitstring Status List), signed; nothing tells whose';
	api.get(
		'/status-lists/:list',
		{
			config: { access: 'public' },
			schema: { tags, summary, produces, params: ListParams, querystring: ListQuery }
		},
		async ({ headers, params, query }, reply) => {
			// The proof inside it packs better: base64 once, not twice.
			const securing: Securing = query.form ?? acceptedSecuring(headers.accept, 'proof');
			const { plain, gzip } = await lists.read(Number(params.list), { securing, at: query.form ?? 'proof' });
			void reply.type(types[securing]).header('vary', 'accept, accept-encoding');
			return sendPacked(reply, headers['accept-encoding'], { plain, gzip });
		}
	);
}

function sendPacked(
	reply: FastifyReply,
	accepted: string | string[] | undefined,
	body: { plain: Buffer; gzip: Buffer }
) {
	if (!/\bgzip\b/.test(String(accepted))) return reply.send(body.plain);
	return reply.header('content-encoding', 'gzip').send(body.gzip);
}
