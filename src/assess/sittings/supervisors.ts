import type { Role } from '../../platform/actor.ts';

/** Roles that supervise sittings within their places: those that hold classes there. */
export const supervisors = ['helper', 'officer', 'administrator'] as const satisfies readonly Role[];
