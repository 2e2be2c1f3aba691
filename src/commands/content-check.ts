import { resolve } from 'node:path';
import { checkFolder, provideQuestionTypes } from '../catalog/index.ts';
import { questionTypes } from '../question-types/index.ts';

/** `npm run content:check [folder]`: tells every fault of the content, where it is and how to mend it. */
provideQuestionTypes(questionTypes);
const folder = resolve(process.argv[2] ?? process.env.CONTENT_DIR ?? 'content');
const { lines, good } = await checkFolder(folder, process.argv[2] ?? 'content');
for (const line of lines) console.log(line);
process.exitCode = good ? 0 : 1;
