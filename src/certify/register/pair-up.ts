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
		const code = [ours?.code, theirs?.code].filter((each) => each !== undefined).sort()[0] ?? '';
		const [mine, other] = [ours?.code === code ? ours : null, theirs?.code === code ? theirs : null];
		yield { code, here: mine, there: other };
		if (mine) ours = await next(here);
		if (other) theirs = await next(there);
	}
}

async function next<V>(side: AsyncIterator<V, unknown>): Promise<V | null> {
	const step = await side.next();
	return step.done ? null : step.value;
}
