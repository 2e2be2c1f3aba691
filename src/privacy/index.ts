export { privacyRoutes } from './routes.ts';
export type { OwnDataView } from './schemas.ts';
