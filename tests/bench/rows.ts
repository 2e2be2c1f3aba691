import type { Row } from './row.ts';
import { answerRow } from './rows/answer.ts';
import { attemptByFormsRow, attemptWithScriptRow } from './rows/attempt.ts';
import { boardRow } from './rows/board.ts';
import { calibrateRow } from './rows/calibrate.ts';
import { classesRow } from './rows/classes.ts';
import { classSentRow } from './rows/class-sent.ts';
import { confirmRow } from './rows/confirm.ts';
import { drawingRow } from './rows/drawing.ts';
import { gradingRow } from './rows/grading.ts';
import { lessonRow, lessonSignedInRow, lessonUnchangedRow } from './rows/lesson.ts';
import { memoryRow } from './rows/memory.ts';
import { paintRow } from './rows/paint.ts';
import { progressRow } from './rows/progress.ts';
import { recordsRow } from './rows/records.ts';
import { searchRow } from './rows/search.ts';
import { signInRow } from './rows/sign-in.ts';
import { startRow } from './rows/start.ts';
import { verifyInBrowserRow, verifyRow } from './rows/verify.ts';

/** All rows of the table, in its order. */
export const rows: readonly Row[] = [
	lessonRow,
	lessonSignedInRow,
	lessonUnchangedRow,
	progressRow,
	answerRow,
	gradingRow,
	drawingRow,
	attemptByFormsRow,
	attemptWithScriptRow,
	recordsRow,
	signInRow,
	memoryRow,
	searchRow,
	classesRow,
	classSentRow,
	calibrateRow,
	confirmRow,
	boardRow,
	verifyRow,
	verifyInBrowserRow,
	paintRow,
	startRow
];
