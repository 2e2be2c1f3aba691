/** As much of somebody as tells whether she was written down twice. */
interface Written {
	readonly nameFolded: string;
	readonly birthYear: number;
}

/** How alike two are as they were written down: 2 for the same folded name and year, less for slips of the pen. */
export function likeness(a: Written, b: Written): number {
	const apart = Math.abs(a.birthYear - b.birthYear);
	return likeNames(a.nameFolded, b.nameFolded) + 1 / (1 + apart / 2);
}

/** The share of neighbouring letters that two names have in common (Dice), from 0 to 1. */
function likeNames(a: string, b: string): number {
	const [some, others] = [pairsOf(a), pairsOf(b)];
	const left = [...others];
	let common = 0;
	for (const pair of some) {
		const at = left.indexOf(pair);
		if (at < 0) continue;
		left.splice(at, 1);
		common++;
	}
	return (2 * common) / (some.length + others.length);
}

function pairsOf(name: string): string[] {
	const padded = ` ${name} `;
	return Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2));
}
