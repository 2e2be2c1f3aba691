import { error } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import { languageOf } from '$lib/language.ts';
import { say } from '../../../../platform/messages/index.ts';
import type { RecordView } from '../../../../certify/index.ts';
import type { Me, OwnIdentity } from '../../../../identity/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => {
	const record = await readAs<RecordView>({ fetch, url }, `/records/${encodeURIComponent(params.code)}`);
	if (record.status !== 'valid') error(409, { message: say(languageOf(url.pathname), 'certify.not-correctable') });
	const { account } = await read<Me>(fetch, '/session');
	const identity = account ? (await read<OwnIdentity>(fetch, '/me/identity')).identity : null;
	/** The name of a checked identity is the only right one. */
	return { record, checked: identity && identity.level >= 2 ? identity.name : null };
};
