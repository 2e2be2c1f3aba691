import { refusal } from '../platform/refusal.ts';

export const noSuchProgramme = refusal('not-found', 'catalog.no-such-programme');
export const noSuchTest = refusal('not-found', 'catalog.no-such-test');
export const noSuchCourse = refusal('not-found', 'catalog.no-such-course');
export const noSuchLesson = refusal('not-found', 'catalog.no-such-lesson');
export const noGlossary = refusal('not-found', 'catalog.no-glossary');
export const noFramework = refusal('not-found', 'catalog.no-framework');
/** Nothing has been published yet: the server is still starting, or its content folder is empty. */
export const noContent = refusal('unavailable', 'catalog.no-content');
