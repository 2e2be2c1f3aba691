interface Waiting<V> {
	resolve(found: V | undefined): void;
	reject(error: unknown): void;
}

/**
 * Looks for one thing by its key; whatever is asked for in one turn of the event loop is looked for together, after the
 * last of it was asked: on PostgreSQL a look costs the way there far more than the answer. Where it fails, it fails for all of
 * them.
 */
export function gathered<V>(
	find: (keys: string[]) => Promise<ReadonlyMap<string, V>>
): (key: string) => Promise<V | undefined> {
	let asked: { key: string; waiting: Waiting<V> }[] = [];
	const look = async () => {
		const together = asked;
		asked = [];
		try {
			const found = await find([...new Set(together.map(({ key }) => key))]);
			for (const { key, waiting } of together) waiting.resolve(found.get(key));
		} catch (error) {
			for (const { waiting } of together) waiting.reject(error);
		}
	};
	return (key) =>
		new Promise((resolve, reject) => {
			if (asked.length === 0) setImmediate(() => void look());
			asked.push({ key, waiting: { resolve, reject } });
		});
}
