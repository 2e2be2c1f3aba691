import { randomInt } from 'node:crypto';
import { codeSigns } from '../../platform/short-code.ts';

const length = 10;

/** A new code for a card: with 31 signs almost fifty random bits, and the PIN comes on top. */
export function newCardCode(): string {
	return Array.from({ length }, () => codeSigns[randomInt(codeSigns.length)]).join('');
}

/** A new PIN, six digits. */
export function newPin(): string {
	return String(randomInt(1_000_000)).padStart(6, '0');
}

/** The code as it was printed, from what somebody typed: capitals, dashes and spaces don't matter. Empty where it is none. */
export function readCardCode(typed: string): string {
	const code = typed.toUpperCase().replace(/[\s.–-]/g, '');
	return code.length === length && [...code].every((sign) => codeSigns.includes(sign)) ? code : '';
}

/** The digits of a PIN as it was typed, in groups or not; empty where it is none. */
export function readPin(typed: string): string {
	const pin = typed.replace(/[\s.–-]/g, '');
	return /^\d{6}$/.test(pin) ? pin : '';
}

/** As it stands on the card: `K7M4Q-2XDRT`. */
export function writtenCardCode(code: string): string {
	return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** As it stands on the card: `042 917`. */
export function writtenPin(pin: string): string {
	return `${pin.slice(0, 3)} ${pin.slice(3)}`;
}
