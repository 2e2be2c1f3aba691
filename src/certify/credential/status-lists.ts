import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { CertifyHouse } from '../certify-house.ts';
import { countListed, listWithdrawnIn } from '../queries.ts';
import { noSigningKey } from '../refusals.ts';
import type { SigningKey } from '../signer.ts';
import { proverOf, withProof } from './integrity.ts';
import { signed } from './jws.ts';
import { listAddress, listSize, statusList, type Securing } from './status-list.ts';

const zip = promisify(gzip);

/** How long a list may say the moment it was made before it is made anew: its date is what offices go by. */
const longestMs = 10 * 60_000;

/** A list as it goes over the wire. */
export interface ReadyList {
	readonly plain: Buffer;
	readonly gzip: Buffer;
}

interface Kept {
	readonly made: number;
	readonly standing: string;
	readonly list: Promise<ReadyList>;
}

/**
 * The lists of withdrawn records, signed, each with the moment it is of. One that was made is handed out again until a
 * record is withdrawn (by any process: the database is asked how many are), the key changes, or ten minutes have gone by.
 */
export class StatusLists {
	readonly #house: CertifyHouse;
	readonly #kept = new Map<string, Kept>();

	constructor(house: CertifyHouse) {
		this.#house = house;
	}

	/** The list secured like this; at the address of those secured like `at`, which it names as its own. */
	async read(list: number, { securing, at }: { securing: Securing; at: Securing }): Promise<ReadyList> {
		const { store, clock, signer } = this.#house;
		const key = await signer.current();
		if (!key) throw noSigningKey();
		const standing = `${key.id} ${await countListed(store.read)}`;
		const name = `${list} ${securing} ${at}`;
		const now = clock.now();
		const kept = this.#kept.get(name);
		// A clock set back makes a list anew, too: its date must not lie ahead.
		if (kept?.standing === standing && Math.abs(now.getTime() - kept.made) < longestMs) return kept.list;
		const made = this.#make(key, { list, securing, now, at });
		this.#kept.set(name, { made: now.getTime(), standing, list: made });
		made.catch(() => this.#kept.delete(name));
		return made;
	}

	async #make(
		key: SigningKey,
		{ list, securing, now, at }: { list: number; securing: Securing; now: Date; at: Securing }
	) {
		const { store, config } = this.#house;
		const { origin } = config;
		const from = list * listSize;
		const places = await listWithdrawnIn(store.read, { from, until: from + listSize });
		const credential = await statusList(
			{ origin, address: listAddress(origin, list, at), now },
			places.map((index) => index - from)
		);
		const text =
			securing === 'jwt'
				? signed(key, origin, credential)
				: JSON.stringify(await withProof(proverOf(key, { origin, now }), credential));
		const plain = Buffer.from(text, 'utf8');
		return { plain, gzip: await zip(plain) };
	}
}
