import { randomToken } from '../ids.ts';

const process = randomToken(6);
let count = 0;

/** A name for one request in the log: this process's own part, and which of its requests it was. */
export function newRequestId(): string {
	return `${process}-${(++count).toString(36)}`;
}
