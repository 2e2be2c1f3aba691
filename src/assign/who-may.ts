import type { Role } from '../platform/actor.ts';

/** Roles that look after an organisation's people and what they are asked to learn; a teacher those of her school or class. */
export const managers = ['teacher', 'officer', 'administrator'] as const satisfies readonly Role[];
/** Those who also may look at who belongs to an organisation. */
export const seers = ['overseer', ...managers] as const satisfies readonly Role[];
