import type { CommunityRules } from './community-rules.ts';
import type { Lang } from '../platform/messages/index.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { compileContent, type CatalogHouse, type CompileReport } from './compile.ts';
import { skillGroupIn, type Skill } from './framework.ts';
import { buildOfProgram } from './made-from.ts';
import { mediaDirOf } from './media.ts';
import { downloadView } from './download.ts';
import { findNewestRelease, findNewestReleaseId, findWrittenItems } from './queries.ts';
import { PackedItem } from './packed-item.ts';
import { getQuestion, questionIn, questionsIn, type Question } from './questions.ts';
import { noContent } from './refusals.ts';
import { bankOf, find, idsOf, releaseFrom, type Release } from './release.ts';
import { makeReady } from './search/make-ready.ts';
import type {
	CourseView,
	DownloadView,
	GlossaryView,
	LessonView,
	ProgrammeSummary,
	ProgrammeView,
	TestView
} from './schemas.ts';
import { testIn, testView, testViews, type Test } from './test-view.ts';
import type { RecordRule } from './record-rules.ts';
import { remindingFrom, type Reminding } from './reminder-rules.ts';
import { valuesOf, type LearningRules, type RulesFile } from './rules.ts';
import {
	courseView,
	glossaryView,
	lessonIds,
	lessonView,
	programmeSummaries,
	programmeView,
	skillView
} from './views.ts';

/** All that is taught, in memory: look-ups answer at once and fall back to Vietnamese with `translated: false`. */
export interface Catalog {
	/** What is published now. Refuses with `catalog.no-content` before anything is. */
	release(): Release;
	/** The id of what is published now; null before anything is. */
	releaseId(): string | null;
	/** Brings the content folder into the database as a release (none when nothing changed), and loads it. */
	compile(): Promise<CompileReport>;
	/** Takes up the newest release of the database; costs one small query when it is loaded already. */
	load(): Promise<void>;
	/** Makes some more of what is published ready for search: see `makeReady`. */
	readySearch(): Promise<void>;

	programmes(lang: Lang): ProgrammeSummary[];
	programme(id: string, lang: Lang): ProgrammeView | null;
	/** The ids of all published courses. */
	courseIds(): string[];
	course(id: string, lang: Lang): CourseView | null;
	/** The ids of a course's lessons in their order; empty for an unknown course. */
	lessonIds(courseId: string): string[];
	lesson(courseId: string, lessonId: string, lang: Lang): LessonView | null;
	glossary(lang: Lang): GlossaryView | null;
	/** The tests of all groups, placement first. */
	tests(lang: Lang): TestView[];
	testView(id: string, lang: Lang): TestView | null;
	/** The questions that a test draws from, in Vietnamese: those of its banks, of the courses of its groups. */
	testQuestions(test: Test): Question[];
	/** The groups of people that the framework names. */
	groups(lang: Lang): { code: string; name: string }[];
	/** The group of skills that a skill belongs to; null when the framework has none of that name. */
	skillGroup(ref: string, lang: Lang): { code: string; name: string } | null;
	/** The blueprint of a test; null for an unknown one. */
	test(id: string): Test | null;
	/** What a phone fetches to keep a course; null for an unknown one. */
	download(courseId: string, lang: Lang): DownloadView | null;
	/** `p4.2` or `nguoi-dan/p7.5`. */
	skill(ref: string, lang: Lang): Skill | null;
	rules(): LearningRules;
	/** What differs from province to province in the work of teams. */
	communityRules(): CommunityRules;
	/** When records are given that are not simply of a course. */
	recordRules(): readonly RecordRule[];
	/** When people are reminded of what they were given. */
	reminderRules(): Reminding;

	/** A question of the current release by its id, whatever it is for; null once it is retired. */
	question(id: string, lang: Lang): Question | null;
	/** A check question of the current release by its id, reserve ones too; null for quiz and exam questions. */
	checkQuestion(id: string, lang: Lang): Question | null;
	/** The check questions that stand in a lesson, in their order, without the reserve. */
	checkQuestions(lessonId: string, lang: Lang): Question[];
	/** The questions asked only of somebody who was very quick, in their order. */
	reserveQuestions(lessonId: string, lang: Lang): Question[];
	/** The bank a course's quiz draws from, by id. */
	quizQuestions(courseId: string, lang: Lang): Question[];
	/** The bank a course's exam draws from, by id. */
	examQuestions(courseId: string, lang: Lang): Question[];
	/** A question of the current release by the hash of its version. */
	questionByHash(hash: string, lang: Lang): Question | null;
	/** Any version of a question that was ever published: from memory where it is current, else from the database. */
	findQuestion(reader: Reader, hash: string, lang: Lang): Promise<Question | null>;
}

/** The catalog of this process; empty until `compile` or `load` has run. */
export function createCatalog(house: CatalogHouse, build = buildOfProgram()): Catalog {
	let current: Release | null = null;
	let memory = new Map<string, unknown>();
	const release = () => {
		if (!current) throw noContent();
		return current;
	};
	const load = async () => {
		const newest = await findNewestReleaseId(house.store.read);
		if (newest === undefined || newest === current?.id) return;
		current = (await readRelease(house)) ?? current;
		memory = new Map();
	};
	/** Views are made once per release, and nobody may change what everyone is shown. */
	const kept = <T>(key: string, make: (release: Release) => T): T => {
		const now = release();
		if (memory.has(key)) return memory.get(key) as T; // put there by the line below, under a key of its own
		const made = frozen(make(now));
		// Whoever asks for what does not exist fills no memory.
		if (made !== null && !(Array.isArray(made) && made.length === 0)) memory.set(key, made);
		return made;
	};
	return {
		release,
		releaseId: () => current?.id ?? null,
		load,
		async readySearch() {
			if (current) await makeReady(house.store.read, current);
		},
		async compile() {
			const report = await compileContent(house, build);
			await load();
			return report;
		},
		...contentLookups(kept),
		...questionLookups(release, kept)
	};
}

function frozen<T>(value: T): T {
	if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
	Object.freeze(value);
	Object.values(value).forEach(frozen);
	return value;
}

type Kept = <T>(key: string, make: (release: Release) => T) => T;

function contentLookups(kept: Kept) {
	return {
		programmes: (lang: Lang) => kept(`programmes ${lang}`, (release) => programmeSummaries(release, lang)),
		programme: (id: string, lang: Lang) =>
			kept(`programme ${lang} ${id}`, (release) => programmeView(release, id, lang)),
		courseIds: () => kept('courses', (release) => idsOf(release, 'course')),
		course: (id: string, lang: Lang) => kept(`course ${lang} ${id}`, (release) => courseView(release, id, lang)),
		lessonIds: (courseId: string) => kept(`lessons ${courseId}`, (release) => lessonIds(release, courseId)),
		lesson: (courseId: string, lessonId: string, lang: Lang) =>
			kept(`lesson ${lang} ${courseId} ${lessonId}`, (release) => lessonView(release, { courseId, lessonId }, lang)),
		download: (id: string, lang: Lang) => kept(`download ${lang} ${id}`, (release) => downloadView(release, id, lang)),
		tests: (lang: Lang) => kept(`tests ${lang}`, (release) => testViews(release, lang)),
		testView: (id: string, lang: Lang) => kept(`test ${lang} ${id}`, (release) => testView(release, id, lang)),
		test: (id: string) => kept(`blueprint ${id}`, (release) => testIn(release, id)),
		glossary: (lang: Lang) => kept(`glossary ${lang}`, (release) => glossaryView(release, lang)),
		groups: (lang: Lang) =>
			kept(`groups ${lang}`, (release) => {
				const framework = find(release, 'framework', { id: 'framework', lang: 'vi' })?.compiled;
				return (framework?.groups ?? []).map((group) => ({ code: group.code, name: group[`name_${lang}`] }));
			}),
		skillGroup: (ref: string, lang: Lang) =>
			kept(`skill group ${lang} ${ref}`, (release) => {
				const framework = find(release, 'framework', { id: 'framework', lang: 'vi' })?.compiled;
				return framework ? skillGroupIn(framework, ref, lang) : null;
			}),
		skill: (ref: string, lang: Lang) => kept(`skill ${lang} ${ref}`, (release) => skillView(release, ref, lang)),
		rules: () => kept('rules', (release) => valuesOf(rulesIn(release))),
		communityRules: () =>
			kept('community rules', (release) => {
				// A release of before there were any may still be what is published.
				const { community } = rulesIn(release) as Partial<RulesFile>;
				if (!community) throw noContent();
				return community;
			}),
		recordRules: () => kept('record rules', (release) => rulesIn(release).records ?? []),
		reminderRules: () => kept('reminder rules', (release) => remindingFrom(rulesIn(release).reminders))
	};
}

function rulesIn(release: Release): RulesFile {
	const found = find(release, 'rules', { id: 'rules', lang: 'vi' });
	if (!found) throw noContent();
	return found.compiled;
}

function questionLookups(release: () => Release, kept: Kept) {
	const bank = (purpose: Question['purpose'], courseId: string, lang: Lang) =>
		kept(`${purpose} ${lang} ${courseId}`, (now) => questionsIn(now, lang, bankOf({ purpose, courseId })));
	const ofLesson = (lessonId: string, lang: Lang, reserve: boolean) =>
		kept(`check ${reserve} ${lang} ${lessonId}`, (now) => {
			const lesson = find(now, 'lesson', { id: lessonId, lang: 'vi' })?.compiled;
			const standing = lesson?.parts.flatMap((part) => (part.kind === 'question' ? [part.questionId] : []));
			return ((reserve ? lesson?.reserve : standing) ?? [])
				.map((id) => questionIn(now, id, lang))
				.filter((question) => question !== null);
		});
	return {
		question: (id: string, lang: Lang) => questionIn(release(), id, lang),
		checkQuestion(id: string, lang: Lang) {
			const question = questionIn(release(), id, lang);
			return question?.purpose === 'check' ? question : null;
		},
		checkQuestions: (lessonId: string, lang: Lang) => ofLesson(lessonId, lang, false),
		reserveQuestions: (lessonId: string, lang: Lang) => ofLesson(lessonId, lang, true),
		quizQuestions: (courseId: string, lang: Lang) => bank('quiz', courseId, lang),
		examQuestions: (courseId: string, lang: Lang) => bank('exam', courseId, lang),
		testQuestions: ({ banks, groups }: Test) => {
			const now = release();
			const courses = idsOf(now, 'course').filter((id) =>
				find(now, 'course', { id, lang: 'vi' })?.compiled.groups.some((group) => groups.includes(group))
			);
			return courses
				.flatMap((courseId) => banks.flatMap((purpose) => questionsIn(now, 'vi', bankOf({ purpose, courseId }))))
				.filter(({ reserve }) => !reserve);
		},
		questionByHash(hash: string, lang: Lang) {
			const item = release().byHash.get(hash);
			return item?.kind === 'question' ? questionIn(release(), item.id, lang) : null;
		},
		findQuestion: (reader: Reader, hash: string, lang: Lang) => getQuestion(release(), reader, { hash, lang })
	};
}

async function readRelease(house: CatalogHouse): Promise<Release | null> {
	const stored = await findNewestRelease(house.store.read);
	if (!stored) return null;
	const { id, hash, createdAt, manifest } = stored;
	const written = await findWrittenItems(
		house.store.read,
		manifest.items.map((item) => item.hash)
	);
	const items = written.map((item) => new PackedItem(item));
	return releaseFrom({ id, hash, createdAt, manifest, items, mediaDir: mediaDirOf(house.config) });
}
