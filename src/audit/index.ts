export { ownData as auditData } from './own-data.ts';
export { auditRoutes } from './routes.ts';
export type { AuditCheck, AuditList, OwnAuditList } from './schemas.ts';
