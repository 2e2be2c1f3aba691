import type { Catalog } from '../catalog/index.ts';
import type { House } from '../platform/house.ts';
import type { RegisterHouse } from './register/register-house.ts';
import type { RegisterWork } from './register/work.ts';
import type { Signer } from './signer.ts';

/** What this room needs of the house. */
export type CertifyHouse = House & { readonly catalog: Catalog; readonly signer: Signer };

/** The same with the way to the national register, and the work that goes on there. */
export type ConfirmingHouse = CertifyHouse & RegisterHouse & { readonly deliveries: RegisterWork };
