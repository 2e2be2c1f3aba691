/** How large a share of a test each skill has; shares are relative to their sum. */
export type Shares = ReadonlyMap<string, number>;

/**
 * The skills that the next question may come from, in groups, the most urgent first (after Kingsbury & Zara 1989): those
 * that are owed a whole question; then those that one more brings no question over their share; then, where the bank
 * has nothing else left, any. So at every length each skill has its share, give or take one or two questions.
 */
export function skillsByDebt(shares: Shares, asked: readonly string[]): string[][] {
	const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
	const counts = new Map<string, number>();
	for (const skill of asked) counts.set(skill, (counts.get(skill) ?? 0) + 1);
	const debts = [...shares]
		.filter(([, share]) => share > 0)
		.map(([skill, share]) => ({ skill, debt: (share / total) * (asked.length + 1) - (counts.get(skill) ?? 0) }));
	const most = debts.reduce((found, { debt }) => Math.max(found, debt), 0);
	const between = (least: number, below: number) =>
		debts.filter(({ debt }) => debt >= least && debt < below).map(({ skill }) => skill);
	return [between(Math.max(1, most), Infinity), between(0.000_001, Math.max(1, most)), between(-Infinity, 0.000_001)];
}

/** How many of so many questions each skill gets: its share, the rest to the largest remainders. */
export function countsOf(shares: Shares, questions: number): Map<string, number> {
	const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
	const exact = [...shares].map(([skill, share]) => ({ skill, exact: (share / total) * questions }));
	const counts = new Map(exact.map((each) => [each.skill, Math.floor(each.exact + 1e-9)]));
	let left = questions - [...counts.values()].reduce((sum, count) => sum + count, 0);
	const byRemainder = exact.sort((a, b) => (b.exact % 1) - (a.exact % 1));
	for (const { skill } of byRemainder) if (left-- > 0) counts.set(skill, (counts.get(skill) ?? 0) + 1);
	return counts;
}
