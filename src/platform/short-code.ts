import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for one another, on a wall or in a hurry. */
export const codeSigns = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A new code to be read out or written on a board: nearly five random bits a sign. */
export function newShortCode(length: number): string {
	return Array.from({ length }, () => codeSigns[randomInt(codeSigns.length)]).join('');
}

/** The code as it is kept, from what somebody typed: capitals, dashes and spaces don't matter. Empty where it is none. */
export function readShortCode(typed: string, length: number): string {
	const code = typed.toUpperCase().replace(/[\s.–-]/g, '');
	return code.length === length && [...code].every((sign) => codeSigns.includes(sign)) ? code : '';
}

/** As it is read out and written: in two halves. */
export function writtenShortCode(code: string): string {
	const half = Math.ceil(code.length / 2);
	return `${code.slice(0, half)}-${code.slice(half)}`;
}
