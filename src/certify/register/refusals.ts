import { refusal } from '../../platform/refusal.ts';

/** This site is connected with no register. */
export const noRegister = refusal('conflict', 'register.none');
export const noSuchConfirmation = refusal('not-found', 'register.no-such-confirmation');
/** Nothing about it waits for an officer (any more). */
export const nothingToMend = refusal('conflict', 'register.nothing-to-mend');
/** The record was withdrawn or replaced: there is nothing left to confirm. */
export const recordEnded = refusal('conflict', 'register.record-ended');
export const noSuchMismatch = refusal('not-found', 'register.no-such-mismatch');
export const alreadySettled = refusal('conflict', 'register.already-settled');
/** What is asked for does not fit how both sides stand. */
export const wrongRemedy = refusal('invalid', 'register.wrong-remedy');
export const wrongReason = refusal('invalid', 'register.wrong-reason');
