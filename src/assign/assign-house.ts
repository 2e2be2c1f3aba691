import type { Catalog } from '../catalog/index.ts';
import type { Role } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';

/** What this room needs of the house. */
export type AssignHouse = House & { readonly catalog: Catalog };

/** Who gives things out to learn and reminds of them, the least role first: teachers in their class or school. */
export const givers = ['teacher', 'officer', 'administrator'] as const satisfies readonly Role[];
/** Who reads what was given out; overseers change nothing. */
export const readers = ['overseer', 'teacher', 'officer', 'administrator'] as const satisfies readonly Role[];
