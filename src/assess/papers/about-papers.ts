import { listPlacesByIds } from '../../places/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Lang } from '../../platform/messages/index.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { readShortCode, writtenShortCode } from '../../platform/short-code.ts';
import type { AssessHouse } from '../assess-house.ts';
import { codeLength } from '../sittings/code.ts';
import { scoreOf } from '../grading.ts';
import { findPaper, listPaperRows, listVersions, type PaperRow, type VersionRow } from './queries.ts';
import { noSuchPaper } from './refusals.ts';
import type { PaperList, PaperView } from './schemas.ts';

type About = PaperList['papers'][number];

/** A paper with its versions, as they are kept. */
export interface KeptPaper {
	readonly paper: PaperRow;
	readonly versions: readonly VersionRow[];
}

/** A paper within the actor's places; any other is refused like one that does not exist. */
export async function getPaper(reader: Reader, actor: Actor, id: string): Promise<KeptPaper> {
	const paper = await findPaper(reader, actor, id);
	if (!paper) throw noSuchPaper();
	return { paper, versions: await listVersions(reader, [id]) };
}

/** The latest papers within the actor's places; of a code the one that carries it, or none. */
export async function readPapers(house: AssessHouse, actor: Actor, typed: string | undefined): Promise<PaperList> {
	const { read } = house.store;
	const code = typed === undefined ? undefined : readShortCode(typed, codeLength);
	const rows = code === '' ? [] : await listPaperRows(read, actor, code);
	const versions = await listVersions(
		read,
		rows.map(({ id }) => id)
	);
	const kept = rows.map((paper) => ({ paper, versions: versions.filter(({ paperId }) => paperId === paper.id) }));
	return { papers: await aboutPapers(house, kept, actor.lang) };
}

/** What papers are about, in the reader's language; the id stands for what has left the catalogue. */
async function aboutPapers(house: AssessHouse, kept: readonly KeptPaper[], lang: Lang): Promise<About[]> {
	const places = await listPlacesByIds(house.store.read, [...new Set(kept.map(({ paper }) => paper.placeId))]);
	const names = new Map(places.map(({ id, name }) => [id, name]));
	return kept.map(({ paper, versions }) => ({
		...{ id: paper.id, purpose: paper.purpose, examQuestions: paper.examQuestions },
		title: titleOf(house, paper, lang),
		place: { id: paper.placeId, name: names.get(paper.placeId) ?? '' },
		madeAt: paper.madeAt.toISOString(),
		codes: versions.map(({ code }) => writtenShortCode(code))
	}));
}

/** The same of one. */
export async function aboutPaper(house: AssessHouse, kept: KeptPaper, lang: Lang): Promise<About> {
	const [about] = await aboutPapers(house, [kept], lang);
	if (!about) throw new Error('a paper is about something');
	return about;
}

function titleOf({ catalog }: AssessHouse, { testId, courseId }: PaperRow, lang: Lang): string {
	if (testId !== null) return catalog.testView(testId, lang)?.title ?? testId;
	return catalog.course(courseId, lang)?.title ?? courseId;
}

/** How long there is for it; null where nobody looks at the clock. */
export function minutesFor({ catalog }: AssessHouse, { testId }: PaperRow, lang: Lang): number | null {
	return testId === null ? null : (catalog.testView(testId, lang)?.minutes ?? null);
}

/** How many right answers each level needs, or passing where there are none; empty where there is nothing to pass. */
export function passesOf(
	{ catalog }: AssessHouse,
	{ testId, passPercent }: PaperRow,
	{ total, lang }: { total: number; lang: Lang }
): PaperView['passes'] {
	const needed = (percent: number) => scoreOf([], total, percent).needed;
	if (testId === null) return [{ name: null, needed: needed(passPercent) }];
	const levels = catalog.testView(testId, lang)?.levels ?? [];
	return levels.map(({ name, percent }) => ({ name, needed: needed(percent) }));
}
