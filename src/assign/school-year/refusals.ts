import { refusal } from '../../platform/refusal.ts';

/** Only schools have classes. */
export const notASchool = refusal('not-found', 'school-year.not-a-school');
/** No class of that school year stands: it was done already, or there never was one. */
export const nothingLeft = refusal('conflict', 'school-year.nothing-left');
/** The new school year is too far ahead. */
export const tooEarly = refusal('conflict', 'school-year.too-early');
