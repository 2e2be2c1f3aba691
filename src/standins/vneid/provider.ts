import { decodeJwt, type JWTPayload } from 'jose';
import { setTimeout as pause } from 'node:timers/promises';
import Provider, { interactionPolicy, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Fault } from './faults.ts';
import { keyOf, publicHalf, type Key } from './keys.ts';
import { errorPage } from './pages.ts';
import type { MadeUpPerson } from './people.ts';
import type { Settings } from './settings.ts';

/** The provider, and what its pages decide. */
export interface StandIn {
	provider: Provider;
	/** Who comes under this subject from now on, and what is to go wrong when the code is exchanged. */
	choose(person: MadeUpPerson, fault: Fault | null): void;
	/** Who was last chosen under a subject. */
	chosen(sub: string): MadeUpPerson | undefined;
}

/** A real OpenID provider with made-up people. It asks for person and consent every time, and remembers nobody. */
export async function openStandIn(settings: Settings): Promise<StandIn> {
	const [key, next, foreign] = await Promise.all([keyOf('tap-1'), keyOf('tap-2'), keyOf('khoa-la')]);
	const chosen = new Map<string, MadeUpPerson>();
	const provider = new Provider(settings.issuer, configuration(settings, { key, chosen }));
	const trouble = new TroubleMaker({ key, next, foreign }, settings.slowMs);
	provider.use(async (context, proceed) => {
		await proceed();
		await trouble.make(context as KoaContextWithOIDC);
	});
	return {
		provider,
		choose(person, fault) {
			chosen.set(person.sub, person);
			trouble.choose(person.sub, fault);
		},
		chosen: (sub) => chosen.get(sub)
	};
}

type Keys = Record<'key' | 'next' | 'foreign', Key>;
type Body = Record<string, unknown>;

/** Spoils what the provider is about to answer, as it was chosen for each person. */
class TroubleMaker {
	readonly #keys: Keys;
	readonly #slowMs: number;
	readonly #chosen = new Map<string, Fault>();
	#renewed = false;

	constructor(keys: Keys, slowMs: number) {
		this.#keys = keys;
		this.#slowMs = slowMs;
	}

	choose(sub: string, fault: Fault | null): void {
		if (fault) this.#chosen.set(sub, fault);
		else this.#chosen.delete(sub);
	}

	async make(ctx: KoaContextWithOIDC): Promise<void> {
		const { key, next } = this.#keys;
		const body = ctx.body as Body;
		const route = ctx.oidc?.route;
		if (route === 'discovery') body['mo_phong'] = true;
		if (route === 'jwks' && this.#renewed) body['keys'] = [publicHalf(key), publicHalf(next)];
		if (route === 'userinfo' && this.#chosen.get(String(body['sub'])) === 'claims-missing')
			ctx.body = withoutPerson(body);
		if (route === 'token' && ctx.status === 200) await this.#spoil(ctx, body);
	}

	async #spoil(ctx: KoaContextWithOIDC, body: Body): Promise<void> {
		const fault = this.#chosen.get(ctx.oidc.account?.accountId ?? '');
		if (!fault) return;
		if (fault === 'slow') await pause(this.#slowMs);
		if (fault === 'new-key') this.#renewed = true;
		if (fault === 'down') [ctx.status, ctx.body] = [503, 'down'];
		else body['id_token'] = await spoilt(String(body['id_token']), fault, this.#keys);
	}
}

function withoutPerson<T extends Body>(claims: T) {
	const { SoDinhDanh: _number, HoVaTen: _name, ...rest } = claims;
	return rest;
}

/** An ID token as it must not be, or as it is after a change of keys. */
async function spoilt(token: string, fault: Fault, keys: Keys): Promise<string> {
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

function configuration(
	{ clientId, clientSecret, site }: Settings,
	{ key, chosen }: { key: Key; chosen: ReadonlyMap<string, MadeUpPerson> }
): Configuration {
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
			const person = chosen.get(id);
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
