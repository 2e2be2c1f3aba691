import { decodeJwt, type JWTPayload } from 'jose';
import { setTimeout as pause } from 'node:timers/promises';
import Provider, { interactionPolicy, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Fault } from './faults.ts';
import { newKey, publicHalf, type Key } from './keys.ts';
import { errorPage } from './pages.ts';
import { findPerson, people } from './people.ts';
import type { Settings } from './settings.ts';

/** The provider, and what its pages decide. */
export interface StandIn {
	provider: Provider;
	/** What is to go wrong when this person's code is exchanged; nothing where it is null. */
	choose(personId: string, fault: Fault | null): void;
}

/** A real OpenID provider with made-up people. It asks for person and consent every time, and remembers nobody. */
export async function openStandIn(settings: Settings): Promise<StandIn> {
	const [key, next, foreign] = await Promise.all([newKey('tap-1'), newKey('tap-2'), newKey('khoa-la')]);
	const provider = new Provider(settings.issuer, configuration(settings, key));
	const chosen = new Map<string, Fault>();
	let renewed = false;
	const go = async (ctx: KoaContextWithOIDC, fault: Fault) => {
		if (fault === 'slow') await pause(settings.slowMs);
		if (fault === 'new-key') renewed = true;
		const { id_token: token } = ctx.body as { id_token: string };
		const body = ctx.body as Record<string, unknown>;
		if (fault === 'down') [ctx.status, ctx.body] = [503, 'down'];
		else body['id_token'] = await spoilt(token, fault, { key, next, foreign });
	};
	provider.use(async (context, proceed) => {
		await proceed();
		const ctx = context as KoaContextWithOIDC;
		const { route } = ctx.oidc ?? {};
		if (route === 'jwks' && renewed) ctx.body = { keys: [publicHalf(key), publicHalf(next)] };
		if (route === 'discovery') Object.assign(ctx.body as object, { mo_phong: true });
		if (route === 'userinfo') {
			const body = ctx.body as Record<string, unknown>;
			if (chosen.get(String(body['sub'])) === 'claims-missing') ctx.body = withoutPerson(body);
		}
		if (route !== 'token' || ctx.status !== 200) return;
		const fault = chosen.get(ctx.oidc.account?.accountId === undefined ? '' : subOf(ctx.oidc.account.accountId));
		if (fault) await go(ctx, fault);
	});
	return {
		provider,
		choose(personId, fault) {
			if (fault) chosen.set(subOf(personId), fault);
			else chosen.delete(subOf(personId));
		}
	};
}

const subOf = (personId: string) => findPerson(personId)?.sub ?? '';

function withoutPerson<T extends Record<string, unknown>>({ ...claims }: T): T {
	for (const name of ['SoDinhDanh', 'HoVaTen']) delete claims[name];
	return claims;
}

/** An ID token as it must not be, or as it is after a change of keys. */
async function spoilt(token: string, fault: Fault, keys: { key: Key; next: Key; foreign: Key }): Promise<string> {
	const claims = decodeJwt(token);
	if (fault === 'bad-signature') {
		const at = token.lastIndexOf('.') + 10;
		return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
	}
	if (fault === 'unknown-key') return keys.foreign.sign(claims);
	if (fault === 'new-key') return keys.next.sign(claims);
	return keys.key.sign(changed(claims, fault));
}

function changed(claims: JWTPayload, fault: Fault): JWTPayload {
	const hour = 3600;
	if (fault === 'wrong-audience') return { ...claims, aud: 'mot-trang-khac' };
	if (fault === 'wrong-nonce') return { ...claims, nonce: 'cua-luot-khac' };
	if (fault === 'clock-off') return { ...claims, iat: (claims.iat ?? 0) - 3 * hour, exp: (claims.exp ?? 0) - 2 * hour };
	return fault === 'claims-missing' ? withoutPerson(claims) : claims;
}

function configuration({ clientId, clientSecret, site }: Settings, key: Key): Configuration {
	return {
		clients: [
			{
				client_id: clientId,
				client_secret: clientSecret,
				redirect_uris: [`${site}/dang-nhap/vneid/tro-ve`],
				response_types: ['code'],
				grant_types: ['authorization_code'],
				id_token_signed_response_alg: 'RS256'
			}
		],
		jwks: { keys: [key.jwk] },
		claims: { openid: ['sub'], profile: ['HoVaTen', 'SoDinhDanh', 'NgaySinh', 'MucDo', 'NguoiGiamHo', 'mo_phong'] },
		conformIdTokenClaims: false,
		features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
		pkce: { required: () => true },
		interactions: { url: (_ctx, { uid }) => `/tap/${uid}`, policy: alwaysAsked() },
		cookies: { keys: [key.kid + String(Math.random())] },
		ttl: { AuthorizationCode: 60, IdToken: 600, AccessToken: 600, Interaction: 900, Session: 900, Grant: 900 },
		findAccount: (_ctx, id) => {
			const person = people.find((each) => each.id === id);
			if (!person) return undefined;
			const { sub, name, number, birthDate, level, guardian } = person;
			return {
				accountId: id,
				claims: () => ({
					...{ sub, HoVaTen: name, SoDinhDanh: number, NgaySinh: birthDate, MucDo: level, mo_phong: true },
					...(guardian && { NguoiGiamHo: guardian })
				})
			};
		},
		renderError: (ctx, out) => {
			ctx.type = 'html';
			ctx.body = errorPage(`${out.error}: ${out.error_description ?? ''}`);
		}
	};
}

/** Person and consent are asked for at every sign-in, whoever came before on this browser. */
function alwaysAsked() {
	const policy = interactionPolicy.base();
	for (const name of ['login', 'consent'] as const)
		policy
			.get(name)
			?.checks.add(
				new interactionPolicy.Check('always', 'asked every time', (ctx) =>
					ctx.oidc.result?.[name] ? interactionPolicy.Check.NO_NEED_TO_PROMPT : interactionPolicy.Check.REQUEST_PROMPT
				)
			);
	return policy;
}
