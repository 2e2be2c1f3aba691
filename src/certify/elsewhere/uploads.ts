import { Type } from 'typebox';
import { filesOf } from '../../platform/files/store-files.ts';
import type { TypedApi } from '../../platform/http/api.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { bytesIn, FormQuery, pageIn, takingFiles } from '../uploads.ts';
import { elsewhereOfficers } from './officers.ts';
import { fileTooLarge, noFile, uploadGone } from './refusals.ts';
import { Entered } from './schemas.ts';

/** What a file may hold, and the page on which it is looked at. */
const kinds = [
	{ path: '/elsewhere/uploads', page: '/quan-tri/so-lieu-noi-khac/tep', of: 'figures' },
	{ path: '/elsewhere/result-uploads', page: '/quan-tri/ket-qua-noi-khac/tep', of: 'results of people' }
] as const;

/** Takes a file to be looked at. It is kept for an hour or two under the hash of its bytes, and then swept. */
export function uploadRoutes(api: TypedApi, house: CertifyHouse): void {
	for (const kind of kinds)
		takingFiles(
			api,
			(code) => `${kind.page}?sai=${encodeURIComponent(code)}`,
			(scope) => uploading(scope, house, kind)
		);
}

function uploading(api: TypedApi, house: CertifyHouse, { path, page, of }: (typeof kinds)[number]): void {
	const summary = `Takes a file of ${of} (multipart/form-data: a file, or text) to be looked at; it is kept for an hour`;
	api.post(
		path,
		{
			config: { access: elsewhereOfficers },
			schema: {
				...{ tags: ['elsewhere'], summary, consumes: ['multipart/form-data'], querystring: FormQuery },
				response: { 201: Entered, 303: Type.Null() }
			}
		},
		async (request, reply) => {
			const id = await filesOf(house).put(await bytesIn(request, { none: noFile, tooLarge: fileTooLarge }));
			const shown = pageIn(request, `${page}?tep=${id}`);
			return shown === null ? reply.code(201).send({ id }) : reply.redirect(shown, 303);
		}
	);
}

/** The bytes of what was sent to be looked at; refuses where they are gone. */
export async function sentFile(house: CertifyHouse, id: string): Promise<Uint8Array> {
	const bytes = await filesOf(house).get(id);
	if (!bytes) throw uploadGone();
	return bytes;
}
