import { Type } from 'typebox';
import type { TypedApi } from '../../platform/http/api.ts';
import { say } from '../../platform/messages/index.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { CodeParams } from '../schemas.ts';
import { exportCredential, exportStatusList, listStatusLists } from './export-credential.ts';

const tags = ['certify'];
const vcJwt = 'application/vc+jwt';
const ListParams = Type.Object(
	{ list: Type.String({ pattern: '^(0|[1-9][0-9]{0,2})$', description: 'Which one; of a million records each' }) },
	{ additionalProperties: false }
);

const StatusLists = Type.Object({ lists: Type.Array(Type.Integer()) });

/** Records for other programs: as Open Badges, with the lists of what was withdrawn. */
export function credentialRoutes(api: TypedApi, house: CertifyHouse): void {
	const badge =
		'The record as an Open Badge 3.0: a verifiable credential that other programs can check (VC-JWT, EdDSA)';
	api.get(
		'/records/:code/credential',
		{ config: { access: 'learner' }, schema: { tags, summary: badge, produces: [vcJwt], params: CodeParams } },
		async (request, reply) => {
			const { code, jwt } = await exportCredential(house, request.actor, request.params.code);
			const file = `${say(request.lang, 'certify.badge-file')}-${code}.jwt`;
			return reply
				.headers({ 'content-disposition': `attachment; filename="${file}"`, 'x-robots-tag': 'noindex' })
				.type(vcJwt)
				.send(jwt);
		}
	);
	api.get(
		'/status-lists',
		{
			config: { access: 'public' },
			schema: { tags, summary: 'Which lists of withdrawn records there are', response: { 200: StatusLists } }
		},
		() => listStatusLists(house)
	);
	const lists = 'Which records were withdrawn, as one bit each (Bitstring Status List), signed; nothing tells whose';
	api.get(
		'/status-lists/:list',
		{ config: { access: 'public' }, schema: { tags, summary: lists, produces: [vcJwt], params: ListParams } },
		async (request, reply) => reply.type(vcJwt).send(await exportStatusList(house, Number(request.params.list)))
	);
}
