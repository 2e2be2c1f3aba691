import type { ImportView } from '../../assign/index.ts';

/** What is brought in: people into staff lists, or places. */
export type Kind = ImportView['kind'];

/** `?loai=noi` is for places; without it a staff list is meant. */
export const kindIn = (asked: string): Kind => (asked === 'noi' ? 'places' : 'staff');

/** The page from which files of a kind are brought into a place. */
export const sendingPath = (placeId: string, kind: Kind) =>
	`/nhap-bang?don-vi=${encodeURIComponent(placeId)}${kind === 'places' ? '&loai=noi' : ''}`;

/** Where the words of a kind are that differ: places have their own. */
export const wordsOf = (kind: Kind) => (kind === 'places' ? 'place-lists' : 'imports');
