import { newId } from '../platform/ids.ts';
import { tidy } from '../platform/text.ts';
import type { NewContactRow } from './queries.ts';
import type { NewContact } from './schemas.ts';

type Field = { field: string; code: string };

/** Short numbers (113), hotlines, landlines and mobiles, as people write them. */
const phoneLike = /^[0-9+][0-9 ().+-]{2,24}$/;
const longest = { name: 120, address: 200, hours: 120 } as const;

/**
 * The contact cards as rows, and what is wrong with them. Cards left wholly blank fall away: forms offer one of
 * each kind.
 */
export function contactsFrom(cards: readonly NewContact[]): {
	rows: Omit<NewContactRow, 'placeId'>[];
	faults: Field[];
} {
	const rows: Omit<NewContactRow, 'placeId'>[] = [];
	const faults: Field[] = [];
	for (const [position, card] of cards.entries()) {
		const row = {
			name: tidy(card.name),
			phone: textOrNull(card.phone),
			address: textOrNull(card.address),
			hours: textOrNull(card.hours)
		};
		if (!Object.values(row).some(Boolean)) continue;
		faults.push(...faultsOf(row).map(({ field, code }) => ({ field: `contacts.${position}.${field}`, code })));
		rows.push({ id: newId(), kind: card.kind, ...row });
	}
	return { rows, faults };
}

function textOrNull(text = ''): string | null {
	return tidy(text) || null;
}

function faultsOf(row: { name: string; phone: string | null; address: string | null; hours: string | null }): Field[] {
	const faults: Field[] = [];
	if (row.name === '') faults.push({ field: 'name', code: 'places.contact-name-missing' });
	if (row.phone !== null && !phoneLike.test(row.phone))
		faults.push({ field: 'phone', code: 'places.contact-phone-wrong' });
	for (const field of ['name', 'address', 'hours'] as const) {
		const text = row[field] ?? '';
		if (text.length > longest[field]) faults.push({ field, code: 'places.contact-too-long' });
		if (/[<>]/.test(text)) faults.push({ field, code: 'places.contact-signs' });
	}
	return faults;
}
