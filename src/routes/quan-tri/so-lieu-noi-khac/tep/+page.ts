import type { FigurePreview } from '../../../../certify/index.ts';
import { readSentFile } from '../../noi-khac/sent-file.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = (visit) => readSentFile<FigurePreview>(visit, 'figure-previews');
