import type { Limit } from '../platform/allowance.ts';

const hour = 60;
/** Five tries as people make them, then waits that nobody sits through for long. */
const slower = { free: 5, minutes: 12 * hour, waits: [1, 2, 4, 8, 15] };

/*
 * What this room lets happen how often. A whole village may sit behind one address, and a province begins on one
 * evening: per address count only failures and new things, and so generously that no honest crowd comes near.
 */

/** Wrong passwords for one number or username, from all devices together on which none of its people signed in before. */
export const passwordByStrangers: Limit = { name: 'password', ...slower };
/** Wrong passwords for one account on one device where it was signed in before: strangers elsewhere do not use it up. */
export const passwordWhereKnown: Limit = { name: 'password-known', ...slower };
/** Wrong codes of reopening sheets for one number or username: fifty random bits, and typed from paper. */
export const reopeningCode: Limit = { name: 'reopening', ...slower };
/** Wrong present passwords within one session that wants a new one. */
export const currentPassword: Limit = { name: 'current-password', ...slower };
/**
 * New passwords among the people of one number. They are tried together at signing in, so choosing one password after
 * another and signing in with each would be a way of guessing another's.
 */
export const newPassword: Limit = { name: 'new-password', ...slower };
/** Wrong links for the first administrator from one address: 192 random bits, opened from a terminal. */
export const setupLink: Limit = { name: 'setup-link', free: 20, minutes: 15 };
/** Wrong links for trying the sample from one address: as many bits. */
export const tryLink: Limit = { name: 'try-link', free: 20, minutes: 15 };

/** Anything wrong from one device, whoever is meant: one password tried on many numbers. A class shares one tablet. */
export const wrongPerDevice: Limit = { name: 'wrong-device', free: 40, minutes: 15 };
/** The same from one address: 300 phones that are wrong nine times each stay below. */
export const wrongPerAddress: Limit = { name: 'wrong-address', free: 3_000, minutes: hour };

/** New learners without an account on one device: a village's tablet goes round. */
export const learnersPerDevice: Limit = { name: 'learners-device', free: 60, minutes: hour };
/** New accounts on one device: a helper signs her whole class up on one. */
export const accountsPerDevice: Limit = { name: 'accounts-device', free: 60, minutes: hour };
/** New learners and accounts from one address, of clients that keep no cookie: browsers do. */
export const madeWithoutCookie: Limit = { name: 'made-without-cookie', free: 600, minutes: 10 };
/** New learners and accounts from one address in all: 3,000 phones that both learn and sign up within ten minutes. */
export const madePerAddress: Limit = { name: 'made-address', free: 6_000, minutes: 10 };
