import type { Catalog } from '../catalog/index.ts';
import type { Role } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import type { OwnData } from '../platform/own-data.ts';

/** What this room needs of the house. */
export type CommunityHouse = House & { readonly catalog: Catalog; readonly ownData: OwnData };

/** Roles that hold classes. */
export const classKeepers = ['helper', 'officer', 'administrator'] as const satisfies readonly Role[];
