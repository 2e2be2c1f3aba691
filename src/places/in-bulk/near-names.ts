/** So many names are offered. */
const mostNear = 3;

/** The names that one is written almost like: one letter or two apart, or the one within the other. */
export function nearNames<Named extends { name: string; bare: string }>(
	wanted: string,
	among: Iterable<Named>
): string[] {
	const far = wanted.length < 5 ? 1 : 2;
	const found: { name: string; apart: number }[] = [];
	for (const { name, bare } of among) {
		const within = wanted.length > 3 && bare.length > 3 && (bare.includes(wanted) || wanted.includes(bare));
		const apart = Math.abs(bare.length - wanted.length) > far ? far + 1 : lettersApart([bare, wanted], far);
		if (apart <= far || within) found.push({ name, apart });
	}
	return [...new Set(found.sort((a, b) => a.apart - b.apart).map(({ name }) => name))].slice(0, mostNear);
}

/** How many letters have to be put in, taken out or changed to make one word of the other; more than `most` are not counted on. */
function lettersApart([a, b]: readonly [string, string], most: number): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 0; i < a.length; i++) {
		// Farther from the diagonal than `most`, nothing can come to less than that.
		const next = new Array<number>(b.length + 1).fill(most + 1);
		if (i < most) next[0] = i + 1;
		for (let j = Math.max(1, i + 1 - most); j <= Math.min(b.length, i + 1 + most); j++)
			next[j] = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + (a[i] === b[j - 1] ? 0 : 1));
		if (Math.min(...next) > most) return most + 1;
		row = next;
	}
	return at(row, b.length);
}

const at = (row: readonly number[], j: number) => row[j] ?? 0;
