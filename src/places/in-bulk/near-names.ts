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
		const apart = Math.abs(bare.length - wanted.length) > far ? far + 1 : lettersApart(bare, wanted);
		if (apart <= far || within) found.push({ name, apart });
	}
	return [...new Set(found.sort((a, b) => a.apart - b.apart).map(({ name }) => name))].slice(0, mostNear);
}

/** How many letters have to be put in, taken out or changed to make one word of the other. */
function lettersApart(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (const [i, letter] of [...a].entries()) {
		const next = [i + 1];
		for (let j = 1; j <= b.length; j++)
			next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1)));
		row = next;
	}
	return row[b.length] ?? 0;
}
