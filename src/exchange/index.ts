export { exchangeRoutes } from './desk/routes.ts';
export type { ExportView, ImportView } from './desk/schemas.ts';
export { exportQuestions, type ExchangeFormat } from './export-questions.ts';
export { importQuestions, type Destination, type Imported } from './import-questions.ts';
export { readAny } from './read-any.ts';
export { told } from './remark.ts';
export { writeSheet } from './sheet/write-sheet.ts';
