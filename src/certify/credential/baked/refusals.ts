import { refusal } from '../../../platform/refusal.ts';

export const tooLargePicture = refusal('invalid', 'badge.too-large');
/** No kind of file that a badge comes in. */
export const foreignPicture = refusal('invalid', 'badge.foreign');
/** Cut short, or changed on the way. */
export const damagedPicture = refusal('invalid', 'badge.damaged');
/** A picture, but with nothing baked into it: of another site, or sent through a program that throws such things away. */
export const emptyPicture = refusal('invalid', 'badge.empty');
/** Open Badges forbids it, and what it unpacks to may be of any size. */
export const packedBadge = refusal('invalid', 'badge.packed');
/** A form without a file. */
export const noBadgeSent = refusal('invalid', 'badge.none-sent');
/** JSON or a signature, but no badge: half of one, or something else that is signed. */
export const unreadableBadge = refusal('invalid', 'badge.unreadable');
