export { ownData as assignData } from './own-data.ts';
export type { Board, BoardRow, BoardTotals } from './board/schemas.ts';
export type { YearDone, YearPlan } from './school-year/schemas.ts';
export type { CommentCount, CommentList, CommentThread } from './comments/schemas.ts';
export type { DutySheet } from './sheet/schemas.ts';
export { assignRoutes } from './routes.ts';
export { reminderRounds } from './reminding/make-reminders.ts';
export type { OwnReminders, ReminderCount, ReminderText } from './reminding/schemas.ts';
export { reminderMail } from './reminding/send-mail.ts';
export type { ImportList, ImportView } from './imports/schemas.ts';
export { importFilesInUse } from './imports/queries.ts';
export { importWork } from './imports/work.ts';
export { pathTables as assignPaths, placeMoves as assignMoves } from './place-moves.ts';
export type { Destinations, JoiningView, MemberList, OrganisationView, OwnMemberships } from './members/schemas.ts';
export { reactions } from './reactions.ts';
export type { EntryView, StaffList } from './staff/schemas.ts';
export { giveOut } from './assignments/give-out.ts';
export { renewal } from './assignments/renew.ts';
export type {
	AssignmentList,
	AssignmentView,
	DutyList,
	FoundPeople,
	FoundPlaces,
	OwnDuties,
	OwnDuty,
	OwnStanding,
	Reach
} from './assignments/schemas.ts';
