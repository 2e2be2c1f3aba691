import type { Catalog } from '../catalog/index.ts';
import type { Role } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';

/** What this room needs of the house. */
export type CommunityHouse = House & { readonly catalog: Catalog };

/** Roles that hold classes. */
export const classKeepers = ['helper', 'officer', 'administrator'] as const satisfies readonly Role[];
