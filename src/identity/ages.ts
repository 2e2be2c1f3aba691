import { dayInVietNam } from '../platform/clock.ts';
import ages from './ages.json' with { type: 'json' };

/** From this age on somebody agrees by herself. */
export const consentsAlone: number = ages.consentsAlone;

/**
 * Whether somebody born in this year may still be too young to agree by herself. Only the year is kept, so whoever turns
 * that old this year counts as not yet. The age is data (ages.json): plans leave it open.
 */
export function mayBeChild(birthYear: number, now: Date): boolean {
	return Number(dayInVietNam(now).slice(0, 4)) - birthYear <= consentsAlone;
}
