import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for one another, on a wall or in a hurry. */
export const codeSigns = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 8;

/** A new code for the wall. Forty random bits: not guessed within the hours that it is good, slowed as guessing is. */
export function newClassCode(): string {
	return Array.from({ length }, () => codeSigns[randomInt(codeSigns.length)]).join('');
}

/** The code as it is kept, from what somebody typed: capitals, dashes and spaces don't matter. Empty where it is none. */
export function readClassCode(typed: string): string {
	const code = typed.toUpperCase().replace(/[\s.–-]/g, '');
	return code.length === length && [...code].every((sign) => codeSigns.includes(sign)) ? code : '';
}

/** As it is read out and written on the wall: `K7M4-2QXD`. */
export function writtenClassCode(code: string): string {
	return `${code.slice(0, 4)}-${code.slice(4)}`;
}
