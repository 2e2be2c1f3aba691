export { exportQuestions, type ExchangeFormat, type Exported } from './export-questions.ts';
export { importQuestions, type Destination, type Imported } from './import-questions.ts';
export { mostFileBytes, readAny } from './read-any.ts';
export { told } from './remark.ts';
export { writeSheet } from './sheet/write-sheet.ts';
