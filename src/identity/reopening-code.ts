import { randomInt } from 'node:crypto';

/** Crockford's alphabet: no letter that is taken for a digit. Ten of 32 signs are 50 random bits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 10;

/** A new one-time code in two groups, `K7M29-QXR4T`: to be printed and typed from paper. */
export function newReopeningCode(): string {
	const signs = Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
	return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}

/** The code as it was meant: small letters, spaces and dashes don't matter, O is 0, I and L are 1. */
export function readReopeningCode(typed: string): string {
	return typed
		.toUpperCase()
		.replace(/[^0-9A-Z]/g, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
}
