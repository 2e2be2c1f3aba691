export { joinCodes, memberships } from './members/tables.ts';
export { staffEntries } from './staff/tables.ts';
export { importRows, imports } from './imports/tables.ts';
export { assignmentDeadlines, assignmentItems, assignments, assignmentTargets, duties } from './assignments/tables.ts';
export { comments } from './comments/tables.ts';
export { reminders } from './reminding/tables.ts';
