import type { Catalog } from '../catalog/index.ts';
import type { House } from '../platform/house.ts';
import type { OwnData } from '../platform/own-data.ts';

/** What this room needs of the house. */
export type PrivacyHouse = House & { readonly catalog: Catalog; readonly ownData: OwnData };
