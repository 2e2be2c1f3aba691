export { authenticator } from './authenticate.ts';
export { ensureDeviceLearner } from './devices.ts';
export { firstAdministratorLink } from './first-administrator.ts';
export { failureSweep } from './guessing.ts';
export { findLearnerPlacePath } from './queries.ts';
export { identityRoutes } from './routes.ts';
export { registerJwt } from './tokens.ts';
export type { AccountView, Me } from './schemas.ts';
