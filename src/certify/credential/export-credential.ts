import type { Actor } from '../../platform/actor.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { findKeys, findLastIndex, listWithdrawnIn, setStatusIndex, type StoredRecord } from '../queries.ts';
import { getVisibleRecord } from '../read-records.ts';
import { noSigningKey } from '../refusals.ts';
import { credentialOf } from './credential.ts';
import { issuerDocument } from './issuer.ts';
import { signed } from './jws.ts';
import { freeIndex, listSize, statusList } from './status-list.ts';

/**
 * A record as an Open Badge that other programs can check, signed at this moment with the key that signs now; for who
 * holds it or administers the holder's place. Refuses with `certify.no-signing-key` where this server has none.
 */
export async function exportCredential(
	house: CertifyHouse,
	actor: Actor,
	typed: string
): Promise<{ code: string; jwt: string }> {
	const record = await getVisibleRecord(house, actor, typed);
	const key = await house.signer.current();
	if (!key) throw noSigningKey();
	const statusIndex = record.statusIndex ?? (await house.store.transact((tx) => placeFor(tx, record)));
	return {
		code: record.code,
		jwt: signed(key, house.config.origin, credentialOf(house.config.origin, { ...record, statusIndex }))
	};
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

/** A list of which records were withdrawn, signed, with the moment it is of. */
export async function exportStatusList({ store, clock, config, signer }: CertifyHouse, list: number): Promise<string> {
	const key = await signer.current();
	if (!key) throw noSigningKey();
	const from = list * listSize;
	const places = await listWithdrawnIn(store.read, { from, until: from + listSize });
	const { origin } = config;
	return signed(
		key,
		origin,
		statusList(
			{ origin, list, now: clock.now() },
			places.map((index) => index - from)
		)
	);
}

/** The issuer's document, for `/.well-known/did.json`. */
export async function readIssuer({ store, config }: Pick<CertifyHouse, 'store' | 'config'>) {
	return issuerDocument(config.origin, await findKeys(store.read));
}
