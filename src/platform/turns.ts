const lines = new WeakMap<object, Map<string, Promise<unknown>>>();

/** Runs work under one key one after another, within this process and one house; different keys do not wait for each other. */
export function inTurn<T>(house: object, key: string, work: () => Promise<T>): Promise<T> {
	const line = lines.get(house) ?? new Map<string, Promise<unknown>>();
	lines.set(house, line);
	const turn = (line.get(key) ?? Promise.resolve()).then(work);
	const over: Promise<unknown> = turn
		.catch(() => undefined)
		.then(() => {
			if (line.get(key) === over) line.delete(key);
		});
	line.set(key, over);
	return turn;
}
