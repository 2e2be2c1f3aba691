import type { Catalog } from '../catalog/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';

/** What this room needs of the house. */
export type AssessHouse = House & { readonly catalog: Catalog };

/** Somebody of whom there is a learner. */
export type TakingActor = Actor & { readonly learnerId: string };
