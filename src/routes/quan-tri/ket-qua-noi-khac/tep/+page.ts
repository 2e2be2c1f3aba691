import type { ResultPreview } from '../../../../certify/index.ts';
import { readSentFile } from '../../noi-khac/sent-file.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = (visit) => readSentFile<ResultPreview>(visit, 'result-previews');
