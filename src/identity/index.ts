export { listAccountNames } from './account-queries.ts';
export { authenticator } from './authenticate.ts';
export { ensureDeviceLearner, newcomersCookie } from './devices.ts';
export { firstAdministratorLink } from './first-administrator.ts';
export { findLearnerPlacePath } from './queries.ts';
export { identityRoutes } from './routes.ts';
export { registerJwt } from './tokens.ts';
export { whoseLearning } from './whose.ts';
export type { AccountView, Me, PeopleHere } from './schemas.ts';
