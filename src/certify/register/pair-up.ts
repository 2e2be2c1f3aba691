interface Coded {
	readonly code: string;
}

/** What stands here and what stands there under one code; both come in the order of codes. */
export type Pair<H, T> = { code: string; here: H | null; there: T | null };

/** Walks through both sides at once and puts together what has the same code; neither side is ever held whole. */
export async function* pairUp<H extends Coded, T extends Coded>(
	here: AsyncIterator<H>,
	there: AsyncIterator<T>
): AsyncGenerator<Pair<H, T>> {
	let ours = await next(here);
	let theirs = await next(there);
	while (ours ?? theirs) {
		const pair = firstOf(ours, theirs);
		yield pair;
		if (pair.here) ours = await next(here);
		if (pair.there) theirs = await next(there);
	}
}

/** Whichever comes first, and the other with it where it has the same code. */
function firstOf<H extends Coded, T extends Coded>(ours: H | null, theirs: T | null): Pair<H, T> {
	if (ours && (!theirs || ours.code < theirs.code)) return { code: ours.code, here: ours, there: null };
	if (theirs && (!ours || theirs.code < ours.code)) return { code: theirs.code, here: null, there: theirs };
	return { code: ours?.code ?? '', here: ours, there: theirs };
}

async function next<V>(side: AsyncIterator<V, unknown>): Promise<V | null> {
	const step = await side.next();
	return step.done ? null : step.value;
}
