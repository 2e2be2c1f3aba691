import type { Remarks } from '../remark.ts';
import type { GiftAnswer } from './parse-block.ts';

/** What an answer is worth here: all or nothing where one is right, else an equal part given or taken. */
export function weightsOf(rights: readonly boolean[]): number[] {
	const part = 100 / rights.filter(Boolean).length;
	return rights.map((right) => Number((right ? part : -part).toFixed(5)));
}

/** Moodle rounds shares to five digits; what is nearer than this is meant to be the same. */
const same = 0.01;

/** Tells where a file weighs answers in another way than we do. */
export function checkWeights(list: readonly GiftAnswer[], many: boolean, remarks: Remarks): void {
	const ours = many
		? weightsOf(list.map(({ weight }) => (weight ?? 0) > 0))
		: list.map(({ right }) => (right ? 100 : 0));
	list.forEach(({ weight, right, line }, i) => {
		const theirs = weight ?? (right ? 100 : 0);
		if (Math.abs(theirs - (ours[i] ?? 0)) > same) remarks.left(line, 'gift-weight', { theirs, ours: ours[i] ?? 0 });
	});
}
