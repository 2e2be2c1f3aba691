export { findAffected, type Affected } from './affected.ts';
export type { Register } from './register.ts';
export { applyRetention, foreseeRetention, retentionDays, retentionSweep } from './retention.ts';
export { knownPeople, repeatErasures, type KnownPeople } from './repeat-erasures.ts';
export { privacyRoutes } from './routes.ts';
export type { OwnDataView } from './schemas.ts';
