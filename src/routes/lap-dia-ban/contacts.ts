import type { Words } from '$lib/words.ts';

/** The contact cards that the form offers, one of each kind. */
export const contactKinds = ['service-centre', 'police', 'team'] as const;

export const contactFields = ['name', 'phone', 'address', 'hours'] as const;

export type TypedContact = { kind: (typeof contactKinds)[number] } & Record<(typeof contactFields)[number], string>;

/** What the form calls its fields, for the summary of what is wrong. */
export function labelsOf(t: Words['t']): Record<string, string> {
	const cards = contactKinds.flatMap((kind, position) =>
		contactFields.map((field): [string, string] => [
			`contacts.${position}.${field}`,
			`${t(`admin.contact-${kind}`)}, ${t(`admin.contact-${field}`)}`
		])
	);
	return {
		name: t('admin.place-name'),
		localKind: t('admin.kind'),
		parentId: t('admin.parent'),
		villages: t('admin.villages'),
		...Object.fromEntries(cards)
	};
}
