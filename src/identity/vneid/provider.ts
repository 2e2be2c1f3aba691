import * as oidc from 'openid-client';
import type { Config, VneidConfig } from '../../platform/config.ts';
import type { Lang } from '../../platform/messages/index.ts';
import { readClaims, type ClaimNames, type VouchedPerson } from './claims.ts';

/** What became of a sign-in that did not come to its end; each has a sentence for the person and a word for the log. */
export type Trouble = 'unreachable' | 'refused' | 'locked' | 'stale' | 'untrusted' | 'incomplete' | 'failed';

export class ProviderTrouble extends Error {
	readonly trouble: Trouble;
	/** For the log: a code, never a word of the provider's about a person. */
	readonly why: string;

	constructor(trouble: Trouble, why: string) {
		super(`${trouble}: ${why}`);
		this.trouble = trouble;
		this.why = why;
	}
}

/** One way to the provider and back: what has to be remembered until the answer comes. */
export interface Trip {
	state: string;
	nonce: string;
	verifier: string;
}

/** The provider to sign in through. */
export interface Provider {
	/** Whether it says of itself that it is a stand-in; rejects where it can't be reached. */
	simulated(): Promise<boolean>;
	/** The same without asking; null before it was asked. */
	knownSimulated(): boolean | null;
	/** The address to send a person to, and what to remember. */
	begin(lang: Lang): Promise<{ url: string; trip: Trip }>;
	/** Who came back with this query (`?code=…&state=…`); throws a ProviderTrouble. */
	finish(query: string, trip: Trip): Promise<VouchedPerson>;
}

const returnPath = '/dang-nhap/vneid/tro-ve';
/** Nobody waits longer for an answer of the provider's. */
const patienceSeconds = 8;
/** So far its clock and ours may be apart. */
const clockToleranceSeconds = 60;

/**
 * Speaks OpenID Connect with the configured provider: authorization code with PKCE, state and nonce, and the signature
 * of the ID token checked against its published keys, new ones looked up when they appear (OpenID Connect Core 1.0,
 * RFC 7636, RFC 9207). Nothing is asked of it before somebody wants in.
 */
export function openProvider(settings: VneidConfig, site: Pick<Config, 'origin'>): Provider {
	return new OpenIdProvider(settings, site.origin + returnPath);
}

class OpenIdProvider implements Provider {
	readonly #settings: VneidConfig;
	readonly #returnTo: string;
	#server: Promise<oidc.Configuration> | undefined;
	#simulated: boolean | null = null;
	#keys: oidc.ExportedJWKSCache | undefined;

	constructor(settings: VneidConfig, returnTo: string) {
		this.#settings = settings;
		this.#returnTo = returnTo;
	}

	async simulated(): Promise<boolean> {
		return isSimulated(await this.#discovered());
	}

	knownSimulated(): boolean | null {
		return this.#simulated;
	}

	async begin(lang: Lang): Promise<{ url: string; trip: Trip }> {
		const trip = {
			// The way back has one address; the language of the page it began on goes along.
			state: `${oidc.randomState()}.${lang}`,
			nonce: oidc.randomNonce(),
			verifier: oidc.randomPKCECodeVerifier()
		};
		const url = oidc.buildAuthorizationUrl(await this.#discovered(), {
			redirect_uri: this.#returnTo,
			scope: this.#settings.scope,
			state: trip.state,
			nonce: trip.nonce,
			code_challenge: await oidc.calculatePKCECodeChallenge(trip.verifier),
			code_challenge_method: 'S256'
		});
		return { url: url.href, trip };
	}

	async finish(query: string, { state, nonce, verifier }: Trip): Promise<VouchedPerson> {
		const at = this.#withKeys(await this.#discovered());
		const { issuer, claims: names } = this.#settings;
		try {
			const tokens = await oidc.authorizationCodeGrant(at, new URL(this.#returnTo + query), {
				expectedState: state,
				expectedNonce: nonce,
				pkceCodeVerifier: verifier,
				idTokenExpected: true
			});
			this.#keys = oidc.getJwksCache(at);
			const claims = { ...(tokens.claims() ?? {}) };
			const person = await personOf(at, { names, claims, accessToken: tokens.access_token });
			const simulated = isSimulated(at) || claims['mo_phong'] === true;
			return { ...person, issuer, subject: String(claims['sub']), simulated };
		} catch (error) {
			throw troubleOf(error);
		}
	}

	/** The provider with the keys it last published. A key that is not among them is looked up: it may be new. */
	#withKeys(known: oidc.Configuration): oidc.Configuration {
		const at = configured(this.#settings, known.serverMetadata());
		// The library looks for a further key only when those it has are a minute old.
		const aMinuteAgo = Math.floor(Date.now() / 1000) - 61;
		if (this.#keys) oidc.setJwksCache(at, { ...this.#keys, uat: Math.min(this.#keys.uat, aMinuteAgo) });
		return at;
	}

	/** What the provider says of itself, asked once; where that failed, whoever comes next asks again. */
	async #discovered(): Promise<oidc.Configuration> {
		this.#server ??= discovered(this.#settings);
		try {
			const at = await this.#server;
			this.#simulated = isSimulated(at);
			return at;
		} catch (error) {
			this.#server = undefined;
			throw troubleOf(error);
		}
	}
}

/** It says so of itself; and what speaks without TLS, on this machine, is no provider of a state. */
function isSimulated(at: oidc.Configuration): boolean {
	const { issuer, mo_phong: saysSo } = at.serverMetadata();
	return saysSo === true || issuer.startsWith('http:');
}

const isLocal = ({ issuer }: VneidConfig) => issuer.startsWith('http:');

function clientOf({ clientSecret }: VneidConfig): Partial<oidc.ClientMetadata> {
	return { client_secret: clientSecret, [oidc.clockTolerance]: clockToleranceSeconds };
}

async function discovered(settings: VneidConfig): Promise<oidc.Configuration> {
	return oidc.discovery(new URL(settings.issuer), settings.clientId, clientOf(settings), undefined, {
		timeout: patienceSeconds,
		...(isLocal(settings) && { execute: [oidc.allowInsecureRequests] })
	});
}

function configured(settings: VneidConfig, server: oidc.ServerMetadata): oidc.Configuration {
	const at = new oidc.Configuration(server, settings.clientId, clientOf(settings));
	at.timeout = patienceSeconds;
	if (isLocal(settings)) oidc.allowInsecureRequests(at);
	oidc.enableNonRepudiationChecks(at);
	return at;
}

interface Told {
	names: ClaimNames;
	claims: Record<string, unknown>;
	accessToken: string;
}

/** From the ID token, and where it does not tell everything, from what the provider tells on asking. */
async function personOf(at: oidc.Configuration, { names, claims, accessToken }: Told) {
	const inToken = readClaims(claims, names);
	if ('person' in inToken) return inToken.person;
	if (!at.serverMetadata().userinfo_endpoint) throw new ProviderTrouble('incomplete', inToken.missing.join(','));
	const more = await oidc.fetchUserInfo(at, accessToken, String(claims['sub']));
	const inBoth = readClaims({ ...claims, ...more }, names);
	if ('person' in inBoth) return inBoth.person;
	throw new ProviderTrouble('incomplete', inBoth.missing.join(','));
}

function troubleOf(error: unknown): ProviderTrouble {
	if (error instanceof ProviderTrouble) return error;
	if (error instanceof oidc.AuthorizationResponseError) {
		const said = { access_denied: 'refused', account_locked: 'locked' } as const;
		return new ProviderTrouble(said[error.error as keyof typeof said] ?? 'failed', 'the provider said no');
	}
	// A code that was used before, is too old, or belongs to somebody else's trip.
	if (error instanceof oidc.ResponseBodyError)
		return new ProviderTrouble(error.error === 'invalid_grant' ? 'stale' : 'failed', error.error);
	if (!(error instanceof oidc.ClientError)) return new ProviderTrouble('unreachable', codeOf(error));
	const code = error.code ?? codeOf(error.cause);
	return new ProviderTrouble(isAway(error) ? 'unreachable' : 'untrusted', code);
}

/** No answer, an answer too late, or one of a server that is not well. */
function isAway({ code, cause }: oidc.ClientError): boolean {
	if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return true;
	if (cause instanceof Response) return cause.status >= 500 || cause.status === 404;
	return code === undefined || code === 'OAUTH_RESPONSE_IS_NOT_JSON' || code === 'OAUTH_PARSE_ERROR';
}

function codeOf(error: unknown): string {
	const { code, cause, name } = error as { code?: string; cause?: { code?: string }; name?: string };
	return code ?? cause?.code ?? name ?? 'unknown';
}
