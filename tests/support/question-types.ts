import { provideQuestionTypes } from '../../src/catalog/question-type.ts';
import { questionTypes } from '../../src/question-types/index.ts';

// What every composition root does.
provideQuestionTypes(questionTypes);
