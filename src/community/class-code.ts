import { newShortCode, readShortCode, writtenShortCode } from '../platform/short-code.ts';

const length = 8;

/** A new code for the wall. Forty random bits: not guessed within the hours that it is good, slowed as guessing is. */
export function newClassCode(): string {
	return newShortCode(length);
}

/** The code as it is kept, from what somebody typed; empty where it is none. */
export function readClassCode(typed: string): string {
	return readShortCode(typed, length);
}

/** As it is read out and written on the wall: `K7M4-2QXD`. */
export function writtenClassCode(code: string): string {
	return writtenShortCode(code);
}
