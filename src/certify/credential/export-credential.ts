import type { Actor } from '../../platform/actor.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { findKeys, isDistrusted } from '../key-queries.ts';
import { findLastIndex, setStatusIndex, type StoredRecord } from '../queries.ts';
import { getVisibleRecord } from '../read-records.ts';
import { noSigningKey } from '../refusals.ts';
import { badgeInDots, drawBadge } from './baked/artwork.ts';
import { bakeIntoPng } from './baked/png.ts';
import { bakeIntoSvg } from './baked/svg.ts';
import { credentialOf } from './credential.ts';
import { proverOf, withProof } from './integrity.ts';
import { issuerDocument } from './issuer.ts';
import { signed } from './jws.ts';
import { freeIndex, listSize, type Securing } from './status-list.ts';

/** A record as an Open Badge: a JSON Web Signature, or JSON with its proof inside; alone or baked into a picture. */
export type BadgeForm = 'jwt' | 'json' | 'png' | 'svg';

/**
 * A record as an Open Badge that other programs can check, signed at this moment with the key that signs now; for who
 * holds it or administers the holder's place. Refuses with `certify.no-signing-key` where this server has none.
 */
export async function exportCredential(
	house: CertifyHouse,
	actor: Actor,
	{ code: typed, form }: { code: string; form: BadgeForm }
): Promise<{ code: string; badge: string | Buffer }> {
	const record = await getVisibleRecord(house, actor, typed);
	const key = await house.signer.current();
	if (!key) throw noSigningKey();
	const { origin } = house.config;
	const statusIndex = record.statusIndex ?? (await house.store.transact((tx) => placeFor(tx, record)));
	const secured = (securing: Securing) => credentialOf(origin, { ...record, statusIndex }, securing);
	if (form === 'jwt') return { code: record.code, badge: signed(key, origin, secured('jwt')) };
	const credential = secured('proof');
	const proved = JSON.stringify(await withProof(proverOf(key, { origin, now: house.clock.now() }), credential));
	return { code: record.code, badge: form === 'json' ? proved : await baked(form, proved, record) };
}

/** The badge as a picture with the credential in it, which carries its proof wherever the picture goes. */
async function baked(form: 'png' | 'svg', credential: string, { courseTitle, simulated }: StoredRecord) {
	if (form === 'png') return bakeIntoPng(await badgeInDots(simulated), credential);
	return bakeIntoSvg(drawBadge({ title: courseTitle, practice: simulated }), credential);
}

/** Records from before there were lists get their place when it is first asked for. */
async function placeFor(tx: Writer, { id }: StoredRecord): Promise<number> {
	return setStatusIndex(tx, id, await freeIndex(tx));
}

/** Which lists there are: who checks without signal keeps all of them. */
export async function listStatusLists({ store }: Pick<CertifyHouse, 'store'>): Promise<{ lists: number[] }> {
	const last = Math.floor(((await findLastIndex(store.read)) ?? 0) / listSize);
	return { lists: Array.from({ length: last + 1 }, (_, list) => list) };
}

/** The issuer's document, for `/.well-known/did.json`; a key that is believed stolen is not in it. */
export async function readIssuer({ store, config }: Pick<CertifyHouse, 'store' | 'config'>) {
	const trusted = (await findKeys(store.read)).filter((key) => !isDistrusted(key));
	return issuerDocument(config.origin, trusted);
}
