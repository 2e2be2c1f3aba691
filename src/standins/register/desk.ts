import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { Contradiction, type Asked, type Book, type Told } from './book.ts';
import type { Arrived } from './door.ts';
import type { Fault } from './faults.ts';

export interface Answer {
	status: number;
	body: object;
}

const reasons = ['name-differs', 'person-unknown', 'text-unreadable'];
const pageSize = 200;
/** So many of a page's entries an old copy of the book lacks. */
const lacking = 5;

/** What the register says to a request of the site's, right or wrong as the fault wants it. */
export function answerTo(book: Book, { method, url, body }: Arrived, fault: Fault | null): Answer {
	const [, what = '', name = ''] = /^\/(requests|confirmations|)(?:\/([\w-]{1,64}))?$/.exec(url.pathname) ?? [];
	const calls: Record<string, () => Answer> = {
		'GET ': () => ({ status: 200, body: {} }),
		'PUT requests/': () => put(book, { key: name, body }, fault),
		'GET confirmations/': () => one(book.find(name), fault),
		'GET confirmations': () => page(book, url.searchParams.get('after') ?? '', fault)
	};
	const call = calls[`${method} ${what}${name && '/'}`];
	return call ? call() : { status: 404, body: { error: 'unknown' } };
}

function put(book: Book, { key, body }: { key: string; body: Buffer }, fault: Fault | null): Answer {
	const asked = readAsked(body);
	if (!asked) return { status: 400, body: { error: 'unreadable' } };
	const reason = reasonFor(asked, fault);
	const decided = { decision: reason ? ('refused' as const) : ('confirmed' as const), reason };
	try {
		const told = book.put(key, asked, { ...decided, ...(fault === 'someone-else' && { subject: 'nguoi-khac' }) });
		return one(told, fault);
	} catch (error) {
		if (!(error instanceof Contradiction)) throw error;
		return { status: 409, body: { error: error.message } };
	}
}

/** Why a request is refused: on demand, or because the signed text is about another record. */
function reasonFor(asked: Asked, fault: Fault | null): string | null {
	if (asked.act !== 'confirm') return null;
	if (fault === 'refuse') return reasons[asked.code.charCodeAt(0) % reasons.length] ?? null;
	try {
		return (JSON.parse(asked.text) as { code?: unknown }).code === asked.code ? null : 'text-unreadable';
	} catch {
		return 'text-unreadable';
	}
}

function one(told: Told | null, fault: Fault | null): Answer {
	if (!told) return { status: 404, body: { error: 'unknown' } };
	const old = fault === 'stale' && (told.status === 'confirmed' || told.status === 'refused');
	return { status: 200, body: old ? { ...told, status: 'submitted', reason: null } : told };
}

function page(book: Book, after: string, fault: Fault | null): Answer {
	const found = book.list({ after, limit: pageSize });
	const next = found.length === pageSize ? found.at(-1)?.code : null;
	return { status: 200, body: { entries: fault === 'stale' ? found.slice(lacking) : found, next } };
}

const text = Type.String({ minLength: 1, maxLength: 100_000 });
const readable = Type.Union([
	Type.Object({ act: Type.Literal('confirm'), code: text, subject: text, text, signature: text, keyId: text }),
	Type.Object({ act: Type.Literal('withdraw'), code: text, replacedBy: Type.Optional(text) })
]);

function readAsked(body: Buffer): Asked | null {
	try {
		const asked: unknown = JSON.parse(body.toString());
		return Value.Check(readable, asked) ? asked : null;
	} catch {
		return null;
	}
}
