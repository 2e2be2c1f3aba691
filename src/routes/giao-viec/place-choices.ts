export interface Choice {
	value: string;
	label: string;
	/** Old names by which a search found it. */
	formerly?: string;
}

interface Offered {
	readonly id: string;
	readonly name: string;
	readonly within: string | null;
	readonly formerly?: readonly string[];
}

/** The places that a form offers; those that were chosen before stand there in any case, each once. */
export function placeChoices(
	offered: readonly Offered[],
	chosen: readonly { readonly id: string; readonly name: string }[] = []
): Choice[] {
	const places = offered.map(({ id, name, within, formerly = [] }) => ({
		...{ value: id, label: within === null ? name : `${name}, ${within}` },
		...(formerly.length > 0 && { formerly: formerly.join(', ') })
	}));
	return eachOnce(
		places,
		chosen.map(({ id, name }) => ({ value: id, label: name }))
	);
}

/** Choices from several lists, each once and as it first stands. */
export function eachOnce(...lists: readonly (readonly Choice[])[]): Choice[] {
	const known = new Map<string, Choice>();
	for (const choice of lists.flat()) if (!known.has(choice.value)) known.set(choice.value, choice);
	return [...known.values()];
}
