import { refusal } from '../platform/refusal.ts';

/** Nothing of the kind, not passed, or not hers: the answer is the same. */
export const noPassedAttempt = refusal('not-found', 'certify.no-passed-attempt');
/** What the rule asks for is not all done, or there is no such rule. */
export const ruleNotMet = refusal('not-found', 'certify.rule-not-met');
export const wrongName = refusal('invalid', 'certify.wrong-name');
export const alreadyIssued = refusal('conflict', 'certify.already-issued');
/** This server lacks the private key. Her result is kept; nothing is lost by waiting. */
export const noSigningKey = refusal('unavailable', 'certify.no-signing-key');
export const mistypedCode = refusal('invalid', 'certify.mistyped-code');
export const noSuchRecord = refusal('not-found', 'certify.no-such-record');
export const wrongReason = refusal('invalid', 'certify.wrong-reason');
export const alreadyWithdrawn = refusal('conflict', 'certify.already-withdrawn');
/** A record that no longer counts is not put right. */
export const notCorrectable = refusal('conflict', 'certify.not-correctable');
export const sameName = refusal('invalid', 'certify.same-name');
export const tooManyCorrections = refusal('conflict', 'certify.too-many-corrections');
export const noSuchShare = refusal('not-found', 'certify.no-such-share');
export const shareClosed = refusal('not-found', 'certify.share-closed');
export const tooManyShares = refusal('conflict', 'certify.too-many-shares');
export const pdfBusy = refusal('unavailable', 'certify.pdf-busy');
/** The letters on paper know Latin only; the record itself is as good as any. */
export const nameNotPrintable = refusal('conflict', 'certify.name-not-printable');
/** Somebody asks for one code after another that belongs to no record. */
export const tooManyUnknown = refusal('too-many', 'certify.too-many-unknown');
/** A list in which nothing stands that could be a code. */
export const noCodes = refusal('invalid', 'certify.no-codes');
export const tooManyCodes = refusal('invalid', 'certify.too-many-codes');
export const noListSent = refusal('invalid', 'certify.no-list-sent');
export const listTooLarge = refusal('invalid', 'certify.list-too-large');
export const unreadableList = refusal('invalid', 'certify.unreadable-list');
