export { calibrateAnswers, type CalibrationReport } from './calibrated/calibrate-answers.ts';
export { createCalibrations, type Calibrations } from './calibrated/calibrations.ts';
export { alikeSheets, itemFigures } from './items/schedules.ts';
export { itemReaders, refuseOthers } from './items/who-may.ts';
export type { ItemList, ItemVersion, ItemView } from './items/schemas.ts';
export type { Sitting } from './items/sittings.ts';
export { ownData as assessData } from './own-data.ts';
export { bareAttempts } from './own-data-queries.ts';
export { joinAttempts, partAttempts, type JoinedAttempts } from './part-attempts.ts';
export { findPassedAttempt, findQuizStandings } from './quiz-standings.ts';
export { reactions } from './reactions.ts';
export { noteMiss } from './review/note-misses.ts';
export type { ReviewAsked, ReviewStanding, ReviewVerdict } from './review/schemas.ts';
export { sittingsSweep } from './sittings/sweep.ts';
export type { SittingDoor, SittingList, SittingView } from './sittings/schemas.ts';
export type { PaperKey, PaperList, PaperSheets, PaperView } from './papers/schemas.ts';
export type { Assurance } from './tables.ts';
export { overdueSweep } from './tests/overdue.ts';
export { assessRoutes } from './routes.ts';
export type { TestView } from '../catalog/index.ts';
export type { AttemptResult, AttemptView, Findings } from './schemas.ts';
export type { TestStandings } from './tests/test-standings.ts';
export { AnswerList, type Answers } from './scale/calibration/answers.ts';
export { calibrateInThread } from './scale/calibration/calibrate-in-thread.ts';
export { parametersFrom, planFor, type ItemParameters } from './scale/calibration/calibrate-bank.ts';
export {
	findFinished,
	findSkillPoints,
	listFinishedOf,
	type FinishedAttempt,
	type SkillPoints
} from './finished-attempts.ts';
export { scoreOf } from './grading.ts';
export { guessedQuestion } from './scale/levels.ts';
export { usualSimulation } from './scale/simulator/conditions.ts';
export { simulate } from './scale/simulator/simulate.ts';
export { reportOf } from './scale/simulator/report.ts';
export { findAttempt } from './queries.ts';
export { pathTables as assessPaths, placeMoves as assessMoves } from './place-moves.ts';
