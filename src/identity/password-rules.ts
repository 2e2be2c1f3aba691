import { fold } from '../platform/text.ts';
import { commonBeginnings, commonPasswords } from './common-passwords.ts';
import type { Person } from './person.ts';

const shortest = 8;
const longest = 200;

/** Why a password can't be chosen, as a key of the catalogue, or null when it can. Length counts more than signs. */
export function passwordFault(password: string, person: Person): string | null {
	const composed = password.normalize('NFC');
	const length = [...composed].length;
	if (length < shortest) return 'identity.password-short';
	if (length > longest) return 'identity.password-long';
	const folded = fold(composed).replace(/\s/g, '');
	if (isCommon(folded)) return 'identity.password-common';
	if (isAboutOneself(folded, person)) return 'identity.password-personal';
	return null;
}

/** The ones that are tried first: of the list, a listed word with a few digits, one sign over and over, 12345678. */
function isCommon(folded: string): boolean {
	const beginning = folded.replace(/[^a-z]{0,6}$/, '');
	return (
		commonPasswords.has(folded) || commonBeginnings.has(beginning) || /^(.{1,3}?)\1+.?$/su.test(folded) || isRow(folded)
	);
}

/** 12345678, 87654321, abcdefgh: each sign next to the one before. */
function isRow(text: string): boolean {
	const steps = [...text].slice(1).map((sign, i) => (sign.codePointAt(0) ?? 0) - (text.codePointAt(i) ?? 0));
	const ring = steps.map((step) => (step === -9 ? 1 : step === 9 ? -1 : step)); // 7890, 0987
	return ring.every((step) => step === 1) || ring.every((step) => step === -1);
}

/** Nothing but one's own phone number, username, name and year of birth: whoever knows her knows it. */
function isAboutOneself(folded: string, { name, birthYear, phone, username }: Person): boolean {
	const syllables = fold(name).split(/[^\p{L}\p{N}]+/u);
	const own = [syllables.join(''), ...syllables, username ?? '', phone ?? '', (phone ?? '').slice(1), String(birthYear)]
		.map((piece) => fold(piece).replace(/[^\p{L}\p{N}]/gu, ''))
		.filter((piece) => piece.length >= 2)
		.sort((a, b) => b.length - a.length);
	let rest = folded.replace(/[^\p{L}\p{N}]/gu, '');
	for (const piece of own) rest = rest.replaceAll(piece, '');
	return rest.length === 0;
}
