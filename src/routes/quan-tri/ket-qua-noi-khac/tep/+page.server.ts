import type { ImportedResults } from '../../../../certify/index.ts';
import { enterSentFile } from '../../noi-khac/sent-file.ts';
import type { Actions } from './$types';

const done = ({ batchId, added, same, taken, wrong }: ImportedResults) =>
	`/quan-tri/ket-qua-noi-khac?nhap=${[added, same, taken, wrong].join('-')}${batchId ? `&lan=${batchId}` : ''}`;

export const actions: Actions = { default: (event) => enterSentFile(event, { imports: 'result-imports', done }) };
