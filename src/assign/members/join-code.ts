import { newShortCode, readShortCode, writtenShortCode } from '../../platform/short-code.ts';

const length = 8;
/** A code is good for so many days at most. */
export const mostDays = 90;

export const newJoinCode = (): string => newShortCode(length);
/** The code as it is kept, from what somebody typed; empty where it is none. */
export const readJoinCode = (typed: string): string => readShortCode(typed, length);
/** As it is read out and written on a wall: `K7M4-2QXD`. */
export const writtenJoinCode = (code: string): string => writtenShortCode(code);
