import { questionType, type Question } from '../../catalog/index.ts';
import type { Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import type { Lang } from '../../platform/messages/index.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { writtenShortCode } from '../../platform/short-code.ts';
import type { AssessHouse } from '../assess-house.ts';
import { asked, getDrawn } from '../attempt-questions.ts';
import type { DrawnQuestion } from '../tables.ts';
import { aboutPaper, getPaper, minutesFor } from './about-papers.ts';
import { actOnPaper } from './acts.ts';
import { marksOf } from './on-paper.ts';
import { partsOf } from './paper-parts.ts';
import type { PaperSheets } from './schemas.ts';

type Part = PaperSheets['versions'][number]['parts'][number];
type Printed = Part['questions'][number];

/** What is printed for those who take it, without a key. That it was printed stands in the trail. */
export async function readSheets(house: AssessHouse, actor: Actor, id: string): Promise<PaperSheets> {
	const { lang } = actor;
	const { read } = house.store;
	const kept = await getPaper(read, actor, id);
	const versions: PaperSheets['versions'] = [];
	for (const { code, questions } of kept.versions) {
		const parts: Part[] = [];
		for (const part of partsOf(kept.paper, questions))
			parts.push({ ...part, questions: await printed(house, read, { drawn: part.questions, lang }) });
		versions.push({ code: writtenShortCode(code), parts });
	}
	const details = { exam: kept.paper.examQuestions };
	await house.store.transact((tx) =>
		recordAct(tx, house, actOnPaper(actor, 'assess.paper-printed', { paper: kept.paper, details }))
	);
	return {
		...(await aboutPaper(house, kept, lang)),
		minutes: minutesFor(house, kept.paper, lang),
		versions
	};
}

async function printed(
	house: AssessHouse,
	reader: Reader,
	{ drawn: all, lang }: { drawn: readonly (DrawnQuestion & { number: number })[]; lang: Lang }
): Promise<Printed[]> {
	const questions: Printed[] = [];
	for (const drawn of all) {
		const question = await getDrawn(house, reader, { drawn, lang });
		const { number } = drawn;
		questions.push({ number, ...asked(question, lang), fields: fieldsOnPaper(question, drawn.optionOrder, lang) });
	}
	return questions;
}

/** What there is to fill in, with the letter or number of each option. */
function fieldsOnPaper(question: Question, order: readonly string[], lang: Lang): Printed['fields'] {
	const fields = questionType(question.type).fields(question, order, lang);
	const numberOf = (name: string | null | undefined) => {
		const at = fields.findIndex((field) => field.name === name);
		return at < 0 ? null : at + 1;
	};
	return fields.map(({ options, ...field }) => {
		const marks = marksOf(options);
		return {
			...field,
			options: options.map(({ leadsTo, ...option }) => ({
				...{ ...option, mark: marks.get(option.id) ?? '' },
				...(leadsTo !== undefined && { goesTo: numberOf(leadsTo) })
			}))
		};
	});
}
