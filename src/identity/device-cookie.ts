import { randomToken } from '../platform/ids.ts';
import type { Secrets } from '../platform/secrets.ts';

/**
 * What the cookie `may` says: which device this is, and as which of its learners without an account it goes on. Several
 * people may learn on one device without accounts; each has a number, and a row only from the first answer on.
 */
export interface Device {
	readonly id: string;
	readonly current: number;
	/** The highest number that was given on this device. */
	readonly highest: number;
	/** Handed out by this site; a device of before marks were made is known by its learner alone. */
	readonly marked: boolean;
}

const purpose = 'device';
const form = /^([\w-]{32})\.(\d{1,2})\.(\d{1,2})\.([\w-]{22})$/;
/** So many learners without an account are kept apart on one device. */
export const mostLearners = 30;

/** A device that was never here; nothing is written until there is something to keep. */
export function newDevice(): Device {
	return { id: randomToken(24), current: 0, highest: 0, marked: true };
}

/** The device of a cookie, or null where there is none. */
export function readDevice(secrets: Secrets, cookie: string | undefined): Device | null {
	if (cookie === undefined || cookie === '') return null;
	const [, id = '', current = '0', highest = '0', mark = ''] = form.exec(cookie) ?? [];
	if (!secrets.isMarked(purpose, `${id}.${current}.${highest}`, mark))
		return { id: cookie, current: 0, highest: 0, marked: false };
	return { id, current: Number(current), highest: Number(highest), marked: true };
}

/** The device as its cookie. */
export function writtenDevice(secrets: Secrets, { id, current, highest }: Device): string {
	const value = `${id}.${current}.${highest}`;
	return `${value}.${secrets.mark(purpose, value)}`;
}

/** What one of the device's learners is known by; the database keeps its hash. */
export function tokenOf({ id, current }: Device, learner = current): string {
	return learner === 0 ? id : `${id}.${learner}`;
}
