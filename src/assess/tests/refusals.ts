import { refusal } from '../../platform/refusal.ts';

/** `extra.from` tells from when. */
export const tooSoon = refusal('conflict', 'assess.too-soon');
/** The blueprint finds no question. */
export const emptyBank = refusal('conflict', 'assess.empty-bank');
export const timeOver = refusal('conflict', 'assess.time-over');
/** A supervisor has stopped the clock. */
export const paused = refusal('conflict', 'assess.paused');
/** What came after was chosen by it, or it was told already whether it is right. */
export const answerFixed = refusal('conflict', 'assess.answer-fixed');
