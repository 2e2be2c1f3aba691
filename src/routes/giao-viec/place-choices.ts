export interface Choice {
	value: string;
	label: string;
}

interface Offered {
	readonly id: string;
	readonly name: string;
	readonly within: string | null;
}

/** The places that a form offers; those that were chosen before stand there in any case, each once. */
export function placeChoices(
	offered: readonly Offered[],
	chosen: readonly { readonly id: string; readonly name: string }[]
): Choice[] {
	const labels = new Map(chosen.map(({ id, name }) => [id, name]));
	for (const { id } of offered) labels.delete(id);
	return [
		...offered.map(({ id, name, within }) => ({ value: id, label: within === null ? name : `${name}, ${within}` })),
		...[...labels].map(([value, label]) => ({ value, label }))
	];
}
