import { questionType, type Question } from '../../catalog/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { say, type Lang } from '../../platform/messages/index.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { writtenShortCode } from '../../platform/short-code.ts';
import type { AssessHouse } from '../assess-house.ts';
import { getDrawn } from '../attempt-questions.ts';
import type { DrawnQuestion } from '../tables.ts';
import { aboutPaper, getPaper, passesOf } from './about-papers.ts';
import { actOnPaper } from './acts.ts';
import { marksOf } from './on-paper.ts';
import { partName } from './paper-parts.ts';
import { adviceFrom } from './placement.ts';
import type { PaperKey } from './schemas.ts';
import type { LessonMark, TwoStageTables } from './stage-tables.ts';

type Keyed = PaperKey['versions'][number]['questions'][number];
type Answer = Keyed['answers'][number];

/**
 * The key of every version: for whoever may supervise there, and nobody else. That it was looked at stands in the trail.
 */
export async function readKey(house: AssessHouse, actor: Actor, id: string): Promise<PaperKey> {
	const { lang } = actor;
	const { read } = house.store;
	const kept = await getPaper(read, actor, id);
	const { paper } = kept;
	await house.store.transact((tx) => recordAct(tx, house, actOnPaper(actor, 'assess.paper-key-viewed', { paper })));
	const versions: PaperKey['versions'] = [];
	for (const { code, questions } of kept.versions)
		versions.push({ code: writtenShortCode(code), questions: await keyed(house, read, { questions, lang }) });
	const total = kept.versions[0]?.questions.length ?? 0;
	return {
		...(await aboutPaper(house, kept, lang)),
		passes: passesOf(house, paper, { total, lang }),
		...{ total, versions },
		stages: paper.stages && tablesIn(house, paper.stages, lang)
	};
}

async function keyed(
	house: AssessHouse,
	reader: Reader,
	{ questions, lang }: { questions: readonly DrawnQuestion[]; lang: Lang }
): Promise<Keyed[]> {
	const key: Keyed[] = [];
	for (const drawn of questions) {
		const question = await getDrawn(house, reader, { drawn, lang });
		const { hint } = questionType(question.type);
		const { courseId, lessonId } = question;
		key.push({
			...{ number: key.length + 1, id: question.id, hint: hint === undefined ? null : say(lang, hint) },
			answers: answersOf(question, { order: drawn.optionOrder, lang }),
			lesson: lessonId === null ? null : linkTo(house, { courseId, lessonId }, lang)
		});
	}
	return key;
}

function answersOf(question: Question, { order, lang }: { order: readonly string[]; lang: Lang }): Answer[] {
	const type = questionType(question.type);
	return type.review(question, { order, lang, response: {} }).map((field) => {
		const marks = marksOf(field.options);
		const right = field.options.filter(({ correct }) => correct);
		const said = [field.explanation, ...right.map(({ explanation }) => explanation)];
		return {
			label: field.label,
			right: right.map(({ id }) => marks.get(id) ?? ''),
			text: right.length > 0 ? right.map(({ text }) => text) : [field.solution ?? ''],
			explanations: [...new Set(said)].filter((each) => each !== '')
		};
	});
}

function linkTo(
	{ catalog }: AssessHouse,
	{ courseId, lessonId }: Pick<LessonMark, 'courseId' | 'lessonId'>,
	lang: Lang
): { title: string; href: string } {
	const title = catalog.lesson(courseId, lessonId, lang)?.title ?? lessonId;
	return { title, href: `/khoa-hoc/${courseId}/${lessonId}` };
}

function tablesIn(house: AssessHouse, tables: TwoStageTables, lang: Lang): NonNullable<PaperKey['stages']> {
	const { questions, routing, parts, lessons } = tables;
	const partAfter = (right: number) => parts.findIndex(({ from, to }) => from <= right && right <= to);
	return {
		questions,
		routing: routing.map((measure, right) => ({ right, ...measure, part: partName(partAfter(right)) })),
		parts: parts.map(({ from, to, target, standings }, i) => ({
			...{ name: partName(i), from, to, target },
			rows: standings.map((row, j) => ({ right: from + j, standings: [...row] }))
		})),
		lessons: lessons.map((lesson) => ({ ...linkTo(house, lesson, lang), points: lesson.points })),
		advice: adviceFrom(lessons).map(({ from, to, lessons: next }) => ({
			...{ from, to },
			lessons: next.map((lesson) => linkTo(house, lesson, lang))
		}))
	};
}
