export { ownData as assignData } from './own-data.ts';
export type { Board, BoardRow, BoardTotals } from './board/schemas.ts';
export type { DutySheet } from './sheet/schemas.ts';
export { assignRoutes } from './routes.ts';
export { reminderRounds } from './reminding/make-reminders.ts';
export type { OwnReminders, ReminderCount, ReminderText } from './reminding/schemas.ts';
export { reminderMail } from './reminding/send-mail.ts';
export { pathTables as assignPaths, placeMoves as assignMoves } from './place-moves.ts';
