import type { Catalog } from '../catalog/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import type { Calibrations } from './calibrated/calibrations.ts';

/** What this room needs of the house. */
export type AssessHouse = House & { readonly catalog: Catalog; readonly calibrations: Calibrations };

/** What tests draw from: what is asked, and what answers have taught about it. */
export type Drawing = Pick<AssessHouse, 'catalog' | 'calibrations'>;

/** Somebody of whom there is a learner. */
export type TakingActor = Actor & { readonly learnerId: string };
