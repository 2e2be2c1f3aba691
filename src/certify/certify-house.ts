import type { Catalog } from '../catalog/index.ts';
import type { House } from '../platform/house.ts';
import type { Signer } from './signer.ts';

/** What this room needs of the house. */
export type CertifyHouse = House & { readonly catalog: Catalog; readonly signer: Signer };
