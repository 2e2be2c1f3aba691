export { ownData as certifyData } from './own-data.ts';
export { moveRecordsOf, moveToLearner } from './queries.ts';
export { reactions } from './reactions.ts';
export { coursesWithRecord } from './read-records.ts';
export { rotateKey } from './rotate-key.ts';
export { readIssuer } from './credential/export-credential.ts';
export { certifyRoutes } from './routes.ts';
export type { KeyList, RecordList, RecordView, Verification } from './schemas.ts';
export { openSigner, type Signer } from './signer.ts';
