import jwt from '@fastify/jwt';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '../platform/house.ts';
import { sendCookie, takeCookieBack } from '../platform/http/cookies.ts';
import type { Presented } from './rotation.ts';

declare module '@fastify/jwt' {
	interface FastifyJWT {
		namespaces: 'access' | 'refresh';
	}
}

/**
 * The cookies of a signed-in browser, the short access token and the rotating refresh token; the device, who has signed
 * in on it, and whose printed card is open there.
 */
export const cookieNames = {
	access: 'phien',
	refresh: 'phien_moi',
	device: 'may',
	people: 'quen',
	card: 'the'
} as const;

const lifetimes = { access: 10 * 60, refresh: 90 * 24 * 3600 } as const;
export const sessionLifetimeMs = lifetimes.refresh * 1000;
const audiences = { access: 'bdhvs-access', refresh: 'bdhvs-refresh' } as const;
type Kind = keyof typeof lifetimes;

/** A refresh token to hand out: of which session, which generation, its own id. */
export interface Issued extends Presented {
	sessionId: string;
}

/** Two kinds of tokens with keys and audiences of their own: neither can stand for the other. */
export async function registerJwt(app: FastifyInstance, house: House): Promise<void> {
	for (const kind of ['access', 'refresh'] as const) {
		await app.register(jwt, {
			namespace: kind,
			secret: house.secrets.keyFor(`${kind}-token`),
			sign: { algorithm: 'HS256', aud: audiences[kind] },
			verify: {
				algorithms: ['HS256'],
				allowedAud: audiences[kind],
				requiredClaims: ['aud', 'exp', 'sid'],
				// Checked in `verified`, by the house's own clock.
				ignoreExpiration: true
			}
		});
	}
}

/** Sets both cookies for a session. */
export function sendTokens(house: House, reply: FastifyReply, issued: Issued): void {
	const { access, refresh } = reply.server.jwt;
	const iat = Math.floor(house.clock.now().getTime() / 1000);
	const { sessionId: sid, generation: gen, tokenId: jti } = issued;
	const tokens = {
		access: access.sign({ sid, iat, exp: iat + lifetimes.access }),
		refresh: refresh.sign({ sid, gen, jti, iat, exp: iat + lifetimes.refresh })
	};
	for (const kind of ['access', 'refresh'] as const)
		sendCookie(reply, house.config, { name: cookieNames[kind], value: tokens[kind], maxAge: lifetimes[kind] });
}

/** Takes both cookies back. */
export function clearTokens(house: House, reply: FastifyReply): void {
	for (const kind of ['access', 'refresh'] as const) takeCookieBack(reply, house.config, cookieNames[kind]);
}

/** Where tokens are read: what knows the server. */
export type Served = Pick<FastifyRequest, 'server'>;

/** The session an access token speaks for, or null for anything that is not a good one. */
export function readAccessToken(house: House, request: Served, token: string): string | null {
	const claims = verified(house, request, { kind: 'access', token });
	return typeof claims?.['sid'] === 'string' ? claims['sid'] : null;
}

/** What a refresh token says, or null for anything that is not a good one. */
export function readRefreshToken(house: House, request: Served, token: string): Issued | null {
	const { sid, gen, jti } = verified(house, request, { kind: 'refresh', token }) ?? {};
	if (typeof sid !== 'string' || typeof gen !== 'number' || typeof jti !== 'string') return null;
	return { sessionId: sid, generation: gen, tokenId: jti };
}

/** The most tokens whose checking is remembered: enough for those who are learning at one moment. */
const mostRemembered = 20_000;
const remembered = new WeakMap<House['secrets'], Map<string, Record<string, unknown>>>();

function verified(
	house: House,
	request: Served,
	{ kind, token }: { kind: Kind; token: string }
): Record<string, unknown> | null {
	if (token === '') return null;
	const claims = signedClaims(house, request, { kind, token });
	const exp = claims?.['exp'];
	return claims && typeof exp === 'number' && exp * 1000 > house.clock.now().getTime() ? claims : null;
}

/** What a token says, where it was signed here. A token that was checked once is known again: it can't change. */
function signedClaims(
	{ secrets }: House,
	request: Served,
	{ kind, token }: { kind: Kind; token: string }
): Record<string, unknown> | null {
	let known = remembered.get(secrets);
	if (!known || known.size >= mostRemembered) remembered.set(secrets, (known = new Map()));
	const key = `${kind} ${token}`;
	const before = known.get(key);
	if (before) return before;
	try {
		const claims: Record<string, unknown> = request.server.jwt[kind].verify(token);
		known.set(key, claims);
		return claims;
	} catch {
		return null; // whoever presents it is nobody; there is nothing to tell about a forged token
	}
}
