/** What filling in looks at: the fields of an API answer, or those read from a form. */
export interface FieldToFill {
	readonly name: string;
	readonly control: string;
	readonly options: readonly { readonly id: string }[];
}

/**
 * Fills in a question of any kind as somebody does who knows nothing: every field gets something that fits it, and
 * another one for another turn.
 */
export function fillIn(fields: readonly FieldToFill[], turn: number): Record<string, string[]> {
	return Object.fromEntries(
		fields.map(({ name, control, options }) => {
			if (control === 'text') return [name, [`lời ${turn + 1}`]];
			if (control === 'number') return [name, [String(turn + 1)]];
			return [name, [options[turn % options.length]?.id ?? '']];
		})
	);
}

/** The fields of a form of the site, by its inputs and lists; what the form itself carries is none. */
export function fieldsIn(form: string): FieldToFill[] {
	const inputs = [...form.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]) => {
		const control = controlOf(tag);
		return control === null ? [] : { name: attribute(tag, 'name') ?? '', control, values: [attribute(tag, 'value')] };
	});
	const lists = [...form.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)].map(([, tag = '', inside = '']) => {
		const options = [...inside.matchAll(/<option\b[^>]*>/g)];
		return {
			name: attribute(tag, 'name') ?? '',
			control: 'pick',
			values: options.map(([each]) => attribute(each, 'value'))
		};
	});
	const all = [...inputs, ...lists];
	return [...new Set(all.map(({ name }) => name))].map((name) => {
		const own = all.filter((each) => each.name === name);
		const options = own.flatMap(({ values }) => values).flatMap((id) => (id ? { id } : []));
		return { name, control: own[0]?.control ?? 'text', options };
	});
}

function controlOf(tag: string): string | null {
	const type = attribute(tag, 'type');
	if (type === 'radio') return 'one';
	if (type === 'checkbox') return 'many';
	if (type !== undefined) return null;
	return attribute(tag, 'inputmode') === 'decimal' ? 'number' : 'text';
}

/** An attribute of a tag as the browser reads it. */
export function attribute(tag: string, name: string): string | undefined {
	return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&');
}
