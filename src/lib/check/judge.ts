import type { Packed, Unreadable } from '../../record-text/packed.ts';
import { symbolsOf } from './scanned.ts';
import { isSignedBy, readSigned, type Signed } from './signed.ts';

/** A public key of this site. */
export interface Key {
	id: string;
	x: string;
	/** Signs nothing from then on; the beginning of 1970 where it is believed stolen. */
	retiredAt: Date | null;
}

/** One list of withdrawn records, of the moment it was signed. */
export interface StatusList {
	asOf: Date;
	/** One bit for each place, the first one the highest of its byte. */
	bits: Uint8Array;
}

/** What a phone keeps of this site to check records with. */
export interface Kept {
	keys: readonly Key[];
	lists: ReadonlyMap<number, StatusList>;
}

/** What a signed text comes to, as far as can be told without asking anybody. */
export type Finding =
	| Unreadable
	| 'genuine'
	| 'withdrawn'
	/** The signature is not of this text: something was changed, or somebody made it up. */
	| 'unmatched'
	/** Signed by a key that is not this site's. */
	| 'foreign'
	/** Signed by a key this phone does not know, later than what it keeps. */
	| 'keys-old'
	/** Issued after its key had been retired. */
	| 'late-key'
	/** Its key may be in other hands: what is genuine was signed anew. */
	| 'stolen-key'
	| 'other-code'
	/** Nothing is kept here to check with. */
	| 'nothing-kept';

/** What goes with a finding: nothing said of withdrawal, its list not here, an old list, a clock that may be wrong. */
type Note = 'no-status' | 'no-list' | 'old-list' | 'clock';

export interface Judgement {
	finding: Finding;
	/** What the text says; null where it is not to be believed. */
	said: Signed | null;
	/** The moment of the list it was looked up in. */
	asOf: Date | null;
	notes: Note[];
}

/** How many records one list holds: see certify/credential/status-list.ts. */
const listSize = 2 ** 20;
/** After so long a list says little of today. */
export const freshDays = 30;
const dayMs = 24 * 3600_000;
/** Clocks differ a little, and a key may be retired while somebody is being handed a record. */
const graceMs = 10 * 60_000;

/** Judges a text from a code against what is kept; `code` is that of the address, where there is one. */
export function judge(
	read: Packed | Unreadable,
	code: string | null,
	{ kept, now }: { kept: Kept | null; now: Date }
): Judgement {
	if (typeof read === 'string') return failed(read);
	const said = readSigned(read.text);
	if (!said) return failed('unreadable');
	if (!kept || kept.keys.length === 0) return failed('nothing-kept');
	const fault = faultIn(read, said, kept);
	if (fault) return { ...failed(fault), said: fault === 'stolen-key' ? said : null };
	if (code !== null && symbolsOf(code) !== symbolsOf(said.code)) return { ...failed('other-code'), said };
	return lookedUp(said, kept, now);
}

/** What is wrong with its signature, or null. */
function faultIn(read: Packed, said: Signed, kept: Kept): Finding | null {
	const key = kept.keys.find(({ id }) => id === said.kid);
	if (!key) return isNewerThan(said, kept) ? 'keys-old' : 'foreign';
	if (!isSignedBy(key.x, read.text, read.signature)) return 'unmatched';
	if (key.retiredAt?.getTime() === 0) return 'stolen-key';
	const late = key.retiredAt !== null && Date.parse(said.issuedAt) > key.retiredAt.getTime() + graceMs;
	return late ? 'late-key' : null;
}

function failed(finding: Finding): Judgement {
	return { finding, said: null, asOf: null, notes: [] };
}

function isNewerThan({ issuedAt }: Signed, { lists }: Kept): boolean {
	const newest = Math.max(0, ...[...lists.values()].map(({ asOf }) => asOf.getTime()));
	return newest > 0 && Date.parse(issuedAt) > newest;
}

/** A genuine text, and what the lists say of it. */
function lookedUp(said: Signed, { lists }: Kept, now: Date): Judgement {
	const issuedAhead = Date.parse(said.issuedAt) > now.getTime() + graceMs;
	const genuine = (notes: Note[]): Judgement => ({
		finding: 'genuine',
		said,
		asOf: null,
		notes: issuedAhead ? [...notes, 'clock'] : notes
	});
	if (said.status == null) return genuine(['no-status']);
	const list = lists.get(Math.floor(said.status / listSize));
	if (!list) return genuine(['no-list']);
	const place = said.status % listSize;
	const withdrawn = ((list.bits[place >> 3] ?? 0) & (0x80 >> (place & 7))) !== 0;
	const age = now.getTime() - list.asOf.getTime();
	const notes: Note[] = age > freshDays * dayMs ? ['old-list'] : age < -graceMs || issuedAhead ? ['clock'] : [];
	return { finding: withdrawn ? 'withdrawn' : 'genuine', said, asOf: list.asOf, notes };
}
