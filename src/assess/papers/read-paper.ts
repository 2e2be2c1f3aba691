import { questionType } from '../../catalog/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { writtenShortCode } from '../../platform/short-code.ts';
import type { AssessHouse } from '../assess-house.ts';
import { getDrawn } from '../attempt-questions.ts';
import { namesOf, type NamesOf } from '../sittings/names.ts';
import type { DrawnQuestion } from '../tables.ts';
import { aboutPaper, getPaper, minutesFor, passesOf } from './about-papers.ts';
import { marksOf } from './on-paper.ts';
import { listSheets } from './queries.ts';
import type { PaperView } from './schemas.ts';

type Blank = PaperView['versions'][number]['questions'][number];

/** A paper as its supervisors see it: what has to be typed in of a sheet, and the sheets that were; no question, no key. */
export async function readPaper(
	house: AssessHouse,
	actor: Actor,
	{ id, nameHelped }: { id: string; nameHelped: NamesOf }
): Promise<PaperView> {
	const { lang } = actor;
	const { read } = house.store;
	const kept = await getPaper(read, actor, id);
	const { paper } = kept;
	const versions: PaperView['versions'] = [];
	for (const { code, questions } of kept.versions)
		versions.push({ code: writtenShortCode(code), questions: await blanks(house, read, questions) });
	const total = kept.versions[0]?.questions.length ?? 0;
	return {
		...(await aboutPaper(house, kept, lang)),
		minutes: minutesFor(house, paper, lang),
		passes: passesOf(house, paper, { total, lang }),
		versions,
		sheets: await sheetsOf(house, actor, { codes: kept.versions.map(({ code }) => code), paper, nameHelped })
	};
}

async function blanks(house: AssessHouse, reader: Reader, questions: readonly DrawnQuestion[]): Promise<Blank[]> {
	const all: Blank[] = [];
	for (const drawn of questions) {
		const question = await getDrawn(house, reader, { drawn, lang: 'vi' });
		const fields = questionType(question.type).fields(question, drawn.optionOrder, 'vi');
		all.push({
			number: all.length + 1,
			fields: fields.map(({ name, control, options }) => ({ name, control, marks: [...marksOf(options).values()] }))
		});
	}
	return all;
}

async function sheetsOf(
	house: AssessHouse,
	actor: Actor,
	{ codes, paper, nameHelped }: { codes: readonly string[]; paper: { testId: string | null }; nameHelped: NamesOf }
): Promise<PaperView['sheets']> {
	const { read } = house.store;
	const sheets = await listSheets(read, codes);
	const names = await namesOf(read, nameHelped, [...new Set(sheets.map(({ learnerId }) => learnerId))]);
	const levels = paper.testId === null ? [] : (house.catalog.testView(paper.testId, actor.lang)?.levels ?? []);
	return sheets.map((attempt) => ({
		attemptId: attempt.id,
		code: writtenShortCode(attempt.paperCode ?? ''),
		name: names.get(attempt.learnerId) ?? attempt.sitterName,
		typedAt: attempt.startedAt.toISOString(),
		...{ score: attempt.score ?? 0, total: attempt.total, passed: attempt.passed ?? false },
		level: levels[(attempt.level ?? 0) - 1]?.name ?? null,
		identityChecked: attempt.assurance === 'identity-checked',
		voidReason: attempt.voidReason
	}));
}
