import { createHash, type KeyObject } from 'node:crypto';
import { Type, type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { Clock } from '../../platform/clock.ts';
import type { RegisterConfig } from '../../platform/config.ts';
import { randomToken } from '../../platform/ids.ts';
import {
	answerParts,
	contentDigest,
	keyFromSeed,
	publicKeyFrom,
	publicText,
	readSignature,
	requestParts,
	signMessage
} from '../../platform/message-signature.ts';
import type { Secrets } from '../../platform/secrets.ts';
import type { Fault } from './states.ts';

const Text = Type.String({ maxLength: 200 });

/** What the register says of a record. */
const Told = Type.Object({
	code: Text,
	subject: Type.Union([Text, Type.Null()]),
	status: Type.Union([
		Type.Literal('submitted'),
		Type.Literal('confirmed'),
		Type.Literal('refused'),
		Type.Literal('withdrawn')
	]),
	reason: Type.Union([Text, Type.Null()])
});
export type Told = Static<typeof Told>;
const Page = Type.Object({ entries: Type.Array(Told), next: Type.Union([Text, Type.Null()]) });
const About = Type.Object({ standIn: Type.Optional(Type.Boolean()) });
const Failing = Type.Object({ error: Text });

/** What the register is told: no more than it needs to know whom it is about and that we signed it. */
type Telling =
	| { act: 'confirm'; code: string; subject: string; text: string; signature: string; keyId: string }
	| { act: 'withdraw'; code: string; replacedBy?: string };

/** Why nothing came of asking; `why` is for the log, and never says anything about a person. */
export class RegisterTrouble extends Error {
	readonly fault: Fault;
	readonly why: string;

	constructor(fault: Fault, why: string) {
		super(`${fault}: ${why}`);
		[this.fault, this.why] = [fault, why];
	}
}

/** The register at which records are confirmed. Every method rejects with a RegisterTrouble where nothing came of it. */
export interface NationalRegister {
	/** Whether it says of itself that it is a stand-in. */
	isStandIn(): Promise<boolean>;
	/** Tells it something under a key; again under the same key it only says how things stand. */
	tell(key: string, telling: Telling): Promise<Told>;
	/** How a record stands there; null where it does not. */
	find(code: string): Promise<Told | null>;
	/** A page of all that stands there, in the order of codes. */
	list(after: string): Promise<Static<typeof Page>>;
}

/** Nobody waits longer for an answer. */
const patienceMs = 8_000;
const largest = 1_000_000;

/** The key that this installation signs its requests with: made of its secret, so that all its processes have it. */
function ownKey(secrets: Secrets) {
	return keyFromSeed(Buffer.from(secrets.keyFor('national register requests'), 'hex'));
}

/** The public half of it, which the register has to be given. */
export const ownPublicKey = (secrets: Secrets): string => publicText(ownKey(secrets));

type Means = { clock: Clock; secrets: Secrets; patience?: number };

/** Speaks with the configured register: signed requests, and no answer that it did not sign for this very request. */
export function openNationalRegister({ url, key }: RegisterConfig, means: Means): NationalRegister {
	const asking = new Asking(url, key, means);
	let standIn: boolean | undefined;
	return {
		isStandIn: async () => (standIn ??= (await asking.ask('GET /', About)).standIn ?? false),
		tell: (key, telling) => asking.ask(`PUT /requests/${key}`, Told, telling),
		find: (code) => asking.ask(`GET /confirmations/${code}`, Told).catch(nullWhereUnknown),
		list: (after) => asking.ask(`GET /confirmations?after=${encodeURIComponent(after)}`, Page)
	};
}

const unknown = 'unknown';

function nullWhereUnknown(error: unknown): null {
	if (error instanceof RegisterTrouble && error.why === unknown) return null;
	throw error;
}

class Asking {
	readonly #url: string;
	readonly #theirs: KeyObject;
	readonly #ours: KeyObject;
	readonly #keyid: string;
	readonly #means: Means;

	constructor(url: string, theirKey: string, means: Means) {
		[this.#url, this.#means] = [url, means];
		this.#theirs = publicKeyFrom(theirKey);
		this.#ours = ownKey(means.secrets);
		this.#keyid = createHash('sha256').update(publicText(this.#ours)).digest('base64url').slice(0, 16);
	}

	async ask<T extends TSchema>(call: `${'GET' | 'PUT'} /${string}`, shape: T, message?: Telling): Promise<Static<T>> {
		const [method = '', path] = call.split(' ');
		const body = message ? JSON.stringify(message) : '';
		const url = new URL(path ?? '/', this.#url);
		const digest = contentDigest(body);
		const created = Math.floor(this.#means.clock.now().getTime() / 1000);
		const how = { keyid: this.#keyid, created, nonce: randomToken(18) };
		const signed = signMessage(this.#ours, requestParts({ method, url, digest }), how);
		const headers = { 'content-type': 'application/json', 'content-digest': digest, ...signed };
		const { status, text } = await this.#fetch(url, { method, headers, ...(body && { body }) });
		const said = parsed(text);
		if (status < 300 && Value.Check(shape, said)) return said;
		if (Value.Check(Failing, said)) throw refusedBy(said.error);
		throw new RegisterTrouble('untrusted', `status ${status}`);
	}

	async #fetch(url: URL, init: { method: string; headers: Record<string, string>; body?: string }) {
		const signal = AbortSignal.timeout(this.#means.patience ?? patienceMs);
		try {
			const answer = await fetch(url, { ...init, signal, redirect: 'manual' });
			if (answer.status >= 500 || answer.status === 429) {
				await answer.body?.cancel();
				throw new RegisterTrouble('away', `status ${answer.status}`);
			}
			const text = await textOf(answer);
			if (!this.#isTheirs(answer, text, init.headers['signature'] ?? ''))
				throw new RegisterTrouble('untrusted', 'not signed for this request');
			return { status: answer.status, text };
		} catch (error) {
			if (error instanceof RegisterTrouble) throw error;
			throw new RegisterTrouble('away', codeOf(error));
		}
	}

	#isTheirs({ status, headers }: Response, text: string, requestSignature: string): boolean {
		const digest = contentDigest(text);
		const signed = {
			'signature-input': headers.get('signature-input') ?? '',
			signature: headers.get('signature') ?? ''
		};
		const parts = answerParts({ status, digest, requestSignature });
		return headers.get('content-digest') === digest && readSignature(this.#theirs, parts, signed) !== null;
	}
}

function refusedBy(error: string): RegisterTrouble {
	if (error === 'clock') return new RegisterTrouble('clock', error);
	if (error === 'written-to-somebody-else') return new RegisterTrouble('someone-else', error);
	// A request that was seen before is one whose answer was lost: asked again it has another number.
	if (error === 'replayed') return new RegisterTrouble('away', error);
	return new RegisterTrouble('rejected', error);
}

/** No more of an answer is read than one of the register's can have. */
async function textOf({ body }: Response): Promise<string> {
	const parts: Uint8Array[] = [];
	let size = 0;
	// Node's streams can be walked through, which the types of the browser's do not know.
	for await (const part of (body ?? []) as unknown as AsyncIterable<Uint8Array>) {
		size += part.length;
		if (size > largest) throw new RegisterTrouble('untrusted', 'too long');
		parts.push(part);
	}
	return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function codeOf(error: unknown): string {
	const { code, cause, name } = error as { code?: string; cause?: { code?: string }; name?: string };
	return cause?.code ?? code ?? name ?? 'unknown';
}
