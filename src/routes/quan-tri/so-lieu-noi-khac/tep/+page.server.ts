import type { ImportResult } from '../../../../certify/index.ts';
import { enterSentFile } from '../../noi-khac/sent-file.ts';
import type { Actions } from './$types';

const done = ({ added, corrected, same, wrong }: ImportResult) =>
	`/quan-tri/so-lieu-noi-khac?nhap=${[added, corrected, same, wrong].join('-')}`;

export const actions: Actions = { default: (event) => enterSentFile(event, { imports: 'figure-imports', done }) };
