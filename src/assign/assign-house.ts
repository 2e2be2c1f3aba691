import type { Catalog } from '../catalog/index.ts';
import type { Role } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';

/** What this room needs of the house. */
export type AssignHouse = House & { readonly catalog: Catalog };

/** Who reads what was given out; overseers change nothing. */
export const readers = ['overseer', 'teacher', 'officer', 'administrator'] as const satisfies readonly Role[];
