/**
 * A question as the scale sees it: how sharply it tells learners apart (`a`), how hard it is (`b`) and how often
 * somebody who does not know guesses right (`c`). Birnbaum's model (in Lord & Novick 1968) with a guessing parameter
 * that is known from the type of the question, not estimated; with one `a` for all and `c` 0 it is Rasch's (1960).
 * Abilities and difficulties share one unit: the spread of the reference group, adults who come for the first time.
 */
export interface ScaleItem {
	readonly id: string;
	readonly skill: string;
	readonly a: number;
	readonly b: number;
	readonly c: number;
}

type Parameters = Pick<ScaleItem, 'a' | 'b' | 'c'>;

/** How likely somebody of this ability answers right. */
export function chanceRight({ a, b, c }: Parameters, ability: number): number {
	return c + (1 - c) / (1 + Math.exp(-a * (ability - b)));
}

/** Fisher's information of one answer about an ability (Birnbaum 1968). */
export function information(item: Parameters, ability: number): number {
	const right = chanceRight(item, ability);
	const known = (right - item.c) / (1 - item.c);
	return right <= 0 ? 0 : item.a ** 2 * ((1 - right) / right) * known ** 2;
}
