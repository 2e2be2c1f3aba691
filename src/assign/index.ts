export { ownData as assignData } from './own-data.ts';
export type { ImportList, ImportView } from './imports/schemas.ts';
export { importWork } from './imports/work.ts';
export { pathTables as assignPaths, placeMoves as assignMoves } from './place-moves.ts';
export type { JoiningView, MemberList, OrganisationView, OwnMemberships } from './members/schemas.ts';
export { reactions } from './reactions.ts';
export { assignRoutes } from './routes.ts';
export type { EntryView, StaffList } from './staff/schemas.ts';
