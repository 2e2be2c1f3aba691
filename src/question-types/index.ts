import type { QuestionType } from '../catalog/index.ts';
import { one } from './one/one.ts';
import { several } from './several/several.ts';

/** Every kind of question there is; composition roots provide them to the catalogue. */
export const questionTypes: readonly QuestionType[] = [one, several];
