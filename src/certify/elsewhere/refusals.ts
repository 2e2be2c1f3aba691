import { refusal } from '../../platform/refusal.ts';

/** Something that was typed can't be; the fields say what. */
export const wrongEntry = refusal('invalid', 'elsewhere.wrong-entry');
/** A place that is looked for and is not one, or not one of hers. */
export const wrongPlace = refusal('invalid', 'elsewhere.wrong-place');
export const noSuchFigure = refusal('not-found', 'elsewhere.no-such-figure');
export const noSuchBatch = refusal('not-found', 'elsewhere.no-such-batch');
export const alreadyStruck = refusal('conflict', 'elsewhere.already-struck');
export const wrongReason = refusal('invalid', 'elsewhere.wrong-reason');
/** Some rows are wrong, and nobody said that the others may go in alone. */
export const rowsWrong = refusal('invalid', 'elsewhere.rows-wrong');
export const noRows = refusal('invalid', 'elsewhere.no-rows');
export const tooManyRows = refusal('invalid', 'elsewhere.too-many-rows');
export const fileTooLarge = refusal('too-large', 'elsewhere.file-too-large');
/** Neither a file nor anything pasted. */
export const noFile = refusal('invalid', 'elsewhere.no-file');
/** It was swept; it has to be sent once more. */
export const uploadGone = refusal('not-found', 'elsewhere.upload-gone');
export const notUtf8 = refusal('invalid', 'elsewhere.not-utf8');
export const openQuote = refusal('invalid', 'elsewhere.open-quote');
export const unreadableFile = refusal('invalid', 'elsewhere.unreadable-file');
export const columnsMissing = refusal('invalid', 'elsewhere.columns-missing');
