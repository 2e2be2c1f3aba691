import { refusal } from '../platform/refusal.ts';

/** No such day, or the last day before the first. */
export const wrongDays = refusal('invalid', 'platform.invalid');
