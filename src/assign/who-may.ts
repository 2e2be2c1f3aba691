import { placeKeepers } from '../places/index.ts';
import type { Role } from '../platform/actor.ts';
import type { ImportKind } from './imports/tables.ts';

/** Roles that look after an organisation's people and what they are asked to learn; a teacher those of her school or class. */
export const managers = ['teacher', 'officer', 'administrator'] as const satisfies readonly Role[];
/** Those who also may look at who belongs to an organisation. */
export const seers = ['overseer', ...managers] as const satisfies readonly Role[];
/** Who brings what in from a spreadsheet: places, whoever may set them up by hand. */
export const importers: Record<ImportKind, readonly Role[]> = { places: placeKeepers, staff: managers };
