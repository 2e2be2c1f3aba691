export type { CertifyHouse } from './certify-house.ts';
export { reactions } from './reactions.ts';
export { coursesWithRecord } from './read-records.ts';
export { rotateKey } from './rotate-key.ts';
export { certifyRoutes } from './routes.ts';
export type { KeyList, OfferView, RecordList, RecordView, Verification } from './schemas.ts';
export { openSigner, type Signer } from './signer.ts';
