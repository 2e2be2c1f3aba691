import type { CarriedAnswer } from '../catalog/index.ts';
import { fold } from '../platform/text.ts';

/**
 * Other programs don't know that marks may be left out (`mã OTP`, `ma otp`): there the answer stands a second time
 * without them. What came with such a twin is one answer again.
 */
export function withBareOnes(answers: readonly Omit<CarriedAnswer, 'bare'>[]): CarriedAnswer[] {
	const twins = new Set<string>();
	const made = answers.map((answer) => {
		const twin = fold(answer.text);
		const bare = twin !== answer.text && answers.some(({ text, why }) => text === twin && !why);
		if (bare) twins.add(twin);
		return { ...answer, bare };
	});
	return made.filter(({ text, why }) => why || !twins.has(text));
}

/** The answers as other programs need them. */
export function withTwins<A extends Omit<CarriedAnswer, 'why'>>(
	answers: readonly A[]
): (A | { text: string; why: string })[] {
	const written = new Set(answers.map(({ text }) => text));
	return answers.flatMap((answer) => {
		const twin = fold(answer.text);
		return answer.bare && !written.has(twin) ? [answer, { text: twin, why: '' }] : [answer];
	});
}
