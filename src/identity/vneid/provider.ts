import * as oidc from 'openid-client';
import type { Config, VneidConfig } from '../../platform/config.ts';
import type { Lang } from '../../platform/messages/index.ts';
import { readClaims, type VouchedPerson } from './claims.ts';

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
export function openProvider(settings: VneidConfig, { origin }: Pick<Config, 'origin'>): Provider {
	let known: Promise<oidc.Configuration> | undefined;
	let simulated: boolean | null = null;
	const server = async () => {
		known ??= discovered(settings);
		try {
			const at = await known;
			simulated = isSimulated(at);
			return at;
		} catch (error) {
			known = undefined; // asked again by whoever comes next
			throw troubleOf(error);
		}
	};
	return {
		simulated: async () => isSimulated(await server()),
		knownSimulated: () => simulated,
		async begin(lang) {
			const trip = {
				// The way back has one address; the language of the page it began on goes along.
				state: `${oidc.randomState()}.${lang}`,
				nonce: oidc.randomNonce(),
				verifier: oidc.randomPKCECodeVerifier()
			};
			const url = oidc.buildAuthorizationUrl(await server(), {
				redirect_uri: origin + returnPath,
				scope: settings.scope,
				state: trip.state,
				nonce: trip.nonce,
				code_challenge: await oidc.calculatePKCECodeChallenge(trip.verifier),
				code_challenge_method: 'S256'
			});
			return { url: url.href, trip };
		},
		async finish(query, trip) {
			const at = await server();
			lookUpNewKeys(at);
			try {
				const tokens = await oidc.authorizationCodeGrant(at, new URL(origin + returnPath + query), {
					expectedState: trip.state,
					expectedNonce: trip.nonce,
					pkceCodeVerifier: trip.verifier,
					idTokenExpected: true
				});
				const claims = { ...(tokens.claims() ?? {}) };
				const person = await personOf(at, { settings, claims, accessToken: tokens.access_token });
				const standIn = isSimulated(at) || claims['mo_phong'] === true;
				return { ...person, issuer: settings.issuer, subject: String(claims['sub']), simulated: standIn };
			} catch (error) {
				throw troubleOf(error);
			}
		}
	};
}

/** It says so of itself; and what speaks without TLS, on this machine, is no provider of a state. */
function isSimulated(at: oidc.Configuration): boolean {
	const { issuer, mo_phong: saysSo } = at.serverMetadata();
	return saysSo === true || issuer.startsWith('http:');
}

async function discovered({ issuer, clientId, clientSecret }: VneidConfig): Promise<oidc.Configuration> {
	const local = issuer.startsWith('http:');
	const at = await oidc.discovery(
		new URL(issuer),
		clientId,
		{ client_secret: clientSecret, [oidc.clockTolerance]: clockToleranceSeconds },
		undefined,
		{ timeout: patienceSeconds, ...(local && { execute: [oidc.allowInsecureRequests] }) }
	);
	at.timeout = patienceSeconds;
	oidc.enableNonRepudiationChecks(at);
	return at;
}

/** The library looks for a key it does not know only when those it has are a minute old: here they always are. */
function lookUpNewKeys(at: oidc.Configuration): void {
	const kept = oidc.getJwksCache(at);
	const aMinuteAgo = Math.floor(Date.now() / 1000) - 61;
	if (kept && kept.uat > aMinuteAgo) oidc.setJwksCache(at, { ...kept, uat: aMinuteAgo });
}

interface Told {
	settings: VneidConfig;
	claims: Record<string, unknown>;
	accessToken: string;
}

/** From the ID token, and where it does not tell everything, from what the provider tells on asking. */
async function personOf(at: oidc.Configuration, { settings, claims, accessToken }: Told) {
	const inToken = readClaims(claims, settings.claims);
	if ('person' in inToken) return inToken.person;
	if (!at.serverMetadata().userinfo_endpoint) throw new ProviderTrouble('incomplete', inToken.missing.join(','));
	const more = await oidc.fetchUserInfo(at, accessToken, String(claims['sub']));
	const inBoth = readClaims({ ...claims, ...more }, settings.claims);
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
