import { refusal } from '../../platform/refusal.ts';

/** The person after whom a page was asked for is not in this list any more. */
export const noSuchRow = refusal('not-found', 'board.no-such-row');
