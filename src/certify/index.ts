export { ownData as certifyData } from './own-data.ts';
export { moveRecordsOf, moveToLearner } from './queries.ts';
export { giveResults, giveResultsBack } from './results/queries.ts';
export { reactions } from './reactions.ts';
export { coursesWithRecord } from './read-records.ts';
export { distrustKey } from './distrust-key.ts';
export { rotateKey } from './rotate-key.ts';
export { readIssuer } from './credential/export-credential.ts';
export { bringCertificate, UnusableCertificate } from './seal/bring-certificate.ts';
export type { RecordRuleList } from './kinds/rules-view.ts';
export type { SharedRecords, ShareList } from './shares/schemas.ts';
export { certifyRoutes } from './routes.ts';
export type { PdfCertificate } from './seal/routes.ts';
export { openNationalRegister, ownPublicKey, type NationalRegister } from './register/national-register.ts';
export { nightlyReconciliation } from './register/reconcile.ts';
export { openRegisterWork, type RegisterWork } from './register/work.ts';
export type {
	ConfirmationView,
	MismatchList,
	MismatchView,
	ReconciliationList,
	ReconciliationView,
	RegisterStanding,
	TroubleList,
	TroubleView
} from './register/schemas.ts';
export type { BadgeAnswer } from './credential/schemas.ts';
export type { KeyList, RecordList, RecordView, Verification } from './schemas.ts';
export { openSigner, type Signer } from './signer.ts';
export type { CheckedList } from './lists/schemas.ts';
export { pathTables as certifyPaths, placeMoves as certifyMoves } from './place-moves.ts';
export type { FigureList, FigurePreview, FigureStory, FigureView, ImportResult } from './elsewhere/schemas.ts';
export type { ImportedResults, OwnResults, ResultList, ResultPreview, ResultView } from './results/schemas.ts';
