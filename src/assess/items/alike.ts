/** The wrong answers of one learner of a sitting: which option, by the version of the question. */
export interface Sheet {
	readonly attemptId: string;
	readonly wrong: ReadonlyMap<string, string>;
}

/** Two sheets with more of the same wrong answers than chance explains, and at which versions. */
export interface AlikePair {
	readonly attemptIds: readonly [string, string];
	readonly hashes: readonly string[];
}

/** How often a pair may seem alike by chance, among all pairs of a sitting together. */
const mostFalse = 0.01;

/**
 * Pairs whose identical wrong answers are beyond chance, by error-similarity analysis (F. S. Bellezza & S. F. Bellezza
 * 1989, Detection of cheating on multiple-choice tests by using error-similarity analysis): of the questions that both
 * got wrong, how many they got wrong in the same way. Right answers count for nothing, so knowing much is never
 * suspicious. Where theirs gives every question the same chance, here each has its own (the sum of the squared shares
 * of its wrong options among all wrong answers), so the tail is that of a Poisson-binomial. The level is divided by the
 * number of pairs (Bonferroni), so a large class is not suspicious for being large.
 */
export function findAlike(sheets: readonly Sheet[], chanceOf: (hash: string) => number): AlikePair[] {
	const pairs = sheets.flatMap((a, i) => sheets.slice(i + 1).map((b) => [a, b] as const));
	return pairs.flatMap(([a, b]) => {
		const both = [...a.wrong.keys()].filter((hash) => b.wrong.has(hash));
		const same = both.filter((hash) => a.wrong.get(hash) === b.wrong.get(hash));
		const chance = chanceOfAtLeast(same.length, both.map(chanceOf));
		if (chance * pairs.length >= mostFalse) return [];
		return [{ attemptIds: [a.attemptId, b.attemptId] as const, hashes: same }];
	});
}

/** How likely it is that so many of these independent things happen, or more. */
export function chanceOfAtLeast(count: number, chances: readonly number[]): number {
	let likely = [1];
	for (const chance of chances)
		likely = [...likely, 0].map((stays, k) => stays * (1 - chance) + (likely[k - 1] ?? 0) * chance);
	return likely.slice(count).reduce((sum, each) => sum + each, 0);
}

/** How likely two wrong answers are the same, from how often each wrong option was chosen; certain where nobody knows. */
export function chanceOfSame(wrongCounts: readonly number[]): number {
	const all = wrongCounts.reduce((sum, each) => sum + each, 0);
	return all === 0 ? 1 : wrongCounts.reduce((sum, each) => sum + (each / all) ** 2, 0);
}
