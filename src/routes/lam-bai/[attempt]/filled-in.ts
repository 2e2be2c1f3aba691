import type { AttemptView } from '../../../assess/index.ts';

interface FilledIn {
	/** HTML of what was asked; null where the question itself asks. */
	label: string | null;
	/** HTML of what was chosen. */
	chosen: string;
	/** What was written, as it was typed; null where something was chosen. */
	written: string | null;
}

/** What was filled in at a question, field by field; what was left out is left out. */
export function filledIn({ fields, response }: AttemptView['questions'][number]): FilledIn[] {
	return fields.flatMap<FilledIn>(({ name, control, label, options }) => {
		const values = response?.[name] ?? [];
		if (values.length === 0) return [];
		if (control === 'text' || control === 'number') return [{ label, chosen: '', written: values.join(' ') }];
		const texts = options.filter(({ id }) => values.includes(id)).map(({ text }) => text);
		return [{ label, chosen: texts.join('<br>'), written: null }];
	});
}
