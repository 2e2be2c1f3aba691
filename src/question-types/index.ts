import type { QuestionType } from '../catalog/index.ts';
import { gaps } from './gaps/gaps.ts';
import { match } from './match/match.ts';
import { number } from './number/number.ts';
import { one } from './one/one.ts';
import { order } from './order/order.ts';
import { scenario } from './scenario/scenario.ts';
import { several } from './several/several.ts';
import { spot } from './spot/spot.ts';
import { text } from './text/text.ts';
import { trueFalse } from './true-false/true-false.ts';

/** Every kind of question there is; composition roots provide them to the catalogue. */
export const questionTypes: readonly QuestionType[] = [
	...[one, several, trueFalse, text, number],
	...[match, order, gaps, spot, scenario]
];
