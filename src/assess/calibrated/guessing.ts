import { questionType, type Question } from '../../catalog/index.ts';

/** Blind guessing hits one of the options; where something is written or put in order, it hits next to never. */
export function guessingAt({ type, options }: Pick<Question, 'type' | 'options'>): number {
	return questionType(type).name === 'one' ? 1 / options.length : 0;
}
