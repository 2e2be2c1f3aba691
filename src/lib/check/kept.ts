import { gunzipSync } from 'fflate';
import type { KeyList } from '../../certify/index.ts';
import { fromBase64url } from '../../record-text/packed.ts';
import type { Kept, Key, StatusList } from './judge.ts';
import { isSignedBy } from './signed.ts';

/** Public, the same for everyone, and so in a cache that is nobody's. */
const cacheName = 'danh-sach';
const keysPath = '/api/signing-keys';
const listsPath = '/api/status-lists';
/** Signed from outside: what a phone can check in a few milliseconds. */
const listPath = (list: number) => `${listsPath}/${list}?form=jwt`;
/** On a bad signal what is kept has long been shown. */
const patienceMs = 20_000;

/** The site's keys and lists as this phone kept them; null where there are none, or nothing can be kept. */
export async function keptHere(): Promise<Kept | null> {
	if (!('caches' in window)) return null;
	const cache = await caches.open(cacheName);
	const text = async (path: string) => (await cache.match(path))?.text();
	return readKept(await text(keysPath), async (list) => text(listPath(list)), await text(listsPath));
}

/** Asks the site for its keys and lists as they are now, and keeps them; null where it can't be asked. */
export async function keptAnew(): Promise<Kept | null> {
	const cache = 'caches' in window ? await caches.open(cacheName) : null;
	const text = async (path: string) => {
		const answer = await fetch(path, { credentials: 'omit', signal: AbortSignal.timeout(patienceMs) });
		if (!answer.ok) return undefined;
		await cache?.put(path, answer.clone()).catch(() => undefined); // no room: then only with signal
		return answer.text();
	};
	try {
		return await readKept(await text(keysPath), (list) => text(listPath(list)), await text(listsPath));
	} catch {
		return null;
	}
}

async function readKept(
	keys: string | undefined,
	listText: (list: number) => Promise<string | undefined>,
	listsKnown: string | undefined
): Promise<Kept | null> {
	if (keys === undefined) return null;
	const known = keysIn(keys);
	const lists = new Map<number, StatusList>();
	for (const list of (JSON.parse(listsKnown ?? '{"lists":[]}') as { lists: number[] }).lists) {
		const read = readList((await listText(list)) ?? '', list, known);
		if (read) lists.set(list, read);
	}
	return { keys: known, lists };
}

function keysIn(text: string): Key[] {
	const { keys } = JSON.parse(text) as KeyList; // the API's schema vouches for the shape
	return keys.map(({ id, publicKey, retiredAt }) => ({
		id,
		x: publicKey.x,
		retiredAt: retiredAt === null ? null : new Date(retiredAt)
	}));
}

/** A list as the site signs it (VC-JWT), or null where it is not this one or no key of the site's signed it. */
function readList(jwt: string, list: number, keys: readonly Key[]): StatusList | null {
	const [head = '', body = '', signature = ''] = jwt.trim().split('.');
	try {
		const { kid } = said(head) as { kid: string };
		const key = keys.find(({ id }) => kid.endsWith(`#${id}`));
		if (!key || !isSignedBy(key.x, `${head}.${body}`, signature)) return null;
		const { id, validFrom, credentialSubject } = said(body) as {
			id: string;
			validFrom: string;
			credentialSubject: { encodedList: string };
		};
		if (!id.endsWith(listPath(list))) return null;
		return { asOf: new Date(validFrom), bits: gunzipSync(fromBase64url(credentialSubject.encodedList.slice(1))) };
	} catch {
		return null; // half a list, or none
	}
}

const said = (part: string): unknown => JSON.parse(new TextDecoder().decode(fromBase64url(part)));
