import { refusal } from '../../platform/refusal.ts';

export const noPhotoSent = refusal('invalid', 'photos.none-sent');
export const photoTooLarge = refusal('too-large', 'photos.too-large');
/** So many pixels that nobody photographed it, or a bomb. */
export const tooManyPixels = refusal('invalid', 'photos.too-many-pixels');
/** Recognised by its content; says how the phone makes a JPEG of it. */
export const photoIsHeic = refusal('invalid', 'photos.heic');
export const notAPhoto = refusal('invalid', 'photos.not-a-photo');
/** It begins as a photo and can't be read to its end. */
export const photoBroken = refusal('invalid', 'photos.broken');
export const photosFull = refusal('conflict', 'photos.full');
/** Others upload at the moment. */
export const photosBusy = refusal('unavailable', 'photos.busy');
export const noSuchPhoto = refusal('not-found', 'photos.no-such-photo');
export const onlyOfficersLook = refusal('forbidden', 'photos.only-officers');
export const notYoursToRemove = refusal('forbidden', 'photos.not-yours');
