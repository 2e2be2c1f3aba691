import type { Catalog } from '../catalog/index.ts';
import type { House } from '../platform/house.ts';

/** What this room needs of the house. */
export type AssignHouse = House & { readonly catalog: Catalog };

export { managers as givers, seers as readers } from './who-may.ts';
