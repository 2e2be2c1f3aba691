import { hash, verify } from '@node-rs/argon2';
import { show } from '../platform/metrics.ts';
import { patientQueue } from './queue.ts';

/** Argon2id with the least that OWASP advises: 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Each hash takes tens of milliseconds and 19 MiB: a crowd signing in at once waits its turn. Nobody waits longer than
 * people and the networks between keep still.
 */
const inTurn = patientQueue({ running: 2, longestWaitMs: 25_000, usualMs: 40, now: () => performance.now() });

show({
	name: 'bdhvs_password_queue',
	help: 'Passwords being hashed, and people waiting for it',
	label: 'state',
	read: inTurn.standing
});

/** What is verified where there is no account, so that it takes as long, and what made-up people have; nobody knows its password. */
export const nobodysHash =
	'$argon2id$v=19$m=19456,t=2,p=1$T6TXhwZLTGKa+V5wKZP+Lg$QKLiQSWz0s6s8uxxpNlIRRkMYElCeyw6v7WFrwTu9z8';

/** The same letters typed on another keyboard are the same password. */
function composed(password: string): string {
	return password.normalize('NFC');
}

export function hashPassword(password: string): Promise<string> {
	return inTurn(() => hash(composed(password), cost));
}

export function isPassword(password: string, passwordHash: string): Promise<boolean> {
	return inTurn(() => verify(passwordHash, composed(password)));
}

/** Takes as long as checking a password does. */
export async function checkNobodysPassword(password: string): Promise<void> {
	await isPassword(password, nobodysHash);
}
