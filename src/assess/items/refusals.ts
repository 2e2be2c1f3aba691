import { refusal } from '../../platform/refusal.ts';

/** No quiz or exam has such a question, and none ever had. */
export const noSuchItem = refusal('not-found', 'items.no-such-item');
