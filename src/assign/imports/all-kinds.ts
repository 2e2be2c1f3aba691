import type { KindOfImport } from './kinds.ts';
import { placesKind } from './places/places-kind.ts';
import { staffKind } from './staff/staff-kind.ts';
import type { ImportKind } from './tables.ts';

/** Each kind of spreadsheet that can be brought in. */
export const kinds: Readonly<Record<ImportKind, KindOfImport>> = { places: placesKind, staff: staffKind };
