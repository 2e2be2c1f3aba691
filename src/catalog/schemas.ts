import { Type, type Static } from 'typebox';

const Text = Type.String();
const Day = Type.String({ description: 'A calendar day in Viet Nam, as 2026-11-23.' });
const Html = Type.String({ description: 'Sanitised HTML.' });
const Translated = Type.Boolean({ description: 'False where the Vietnamese stands in for a missing translation.' });

const SkillView = Type.Object({
	ref: Text,
	code: Text,
	group: Type.Union([Text, Type.Null()]),
	name: Text,
	summary: Text,
	verified: Type.Boolean({ description: 'Whether its name was read in Decision 757 itself.' })
});

export const CourseSummary = Type.Object({
	id: Text,
	version: Type.Integer(),
	title: Text,
	summary: Text,
	minutes: Type.Integer(),
	outcomes: Type.Array(Text),
	lessonCount: Type.Integer(),
	quizQuestions: Type.Integer(),
	translated: Translated
});
export type CourseSummary = Static<typeof CourseSummary>;

export const ProgrammeSummary = Type.Object({
	id: Text,
	group: Text,
	title: Text,
	summary: Text,
	minutes: Type.Integer(),
	courseCount: Type.Integer(),
	translated: Translated
});
export type ProgrammeSummary = Static<typeof ProgrammeSummary>;

export const ProgrammeView = Type.Object({
	id: Text,
	group: Text,
	title: Text,
	summary: Text,
	about: Text,
	introduction: Html,
	courses: Type.Array(CourseSummary),
	goal: Type.String({ description: 'What somebody can do at the end of the path.' }),
	updatedAt: Day,
	translated: Translated
});
export type ProgrammeView = Static<typeof ProgrammeView>;

export const LessonSummary = Type.Object({
	id: Text,
	title: Text,
	minutes: Type.Integer(),
	summary: Text,
	position: Type.Integer(),
	translated: Translated
});
export type LessonSummary = Static<typeof LessonSummary>;

export const CourseView = Type.Object({
	id: Text,
	version: Type.Integer(),
	hash: Text,
	title: Text,
	summary: Text,
	introduction: Html,
	minutes: Type.Integer(),
	outcomes: Type.Array(Text),
	skills: Type.Array(SkillView),
	lessons: Type.Array(LessonSummary),
	passPercent: Type.Integer(),
	quizQuestions: Type.Integer(),
	updatedAt: Day,
	translated: Translated,
	programmes: Type.Array(Type.Object({ id: Text, title: Text }))
});
export type CourseView = Static<typeof CourseView>;

/** A question as anyone may see it: nothing here tells which answer is right. */
export const CheckQuestion = Type.Object({
	id: Text,
	stem: Html,
	multiple: Type.Literal(false),
	options: Type.Array(Type.Object({ id: Text, text: Html }))
});
export type CheckQuestion = Static<typeof CheckQuestion>;

export const LessonPart = Type.Union([
	Type.Object({ kind: Type.Literal('html'), html: Html }),
	Type.Object({ kind: Type.Literal('question'), question: CheckQuestion })
]);
export type LessonPart = Static<typeof LessonPart>;

const LessonLink = Type.Union([Type.Object({ id: Text, title: Text }), Type.Null()]);

export const LessonView = Type.Object({
	id: Text,
	hash: Text,
	courseId: Text,
	courseTitle: Text,
	position: Type.Integer(),
	total: Type.Integer(),
	title: Text,
	minutes: Type.Integer(),
	words: Type.Integer(),
	summary: Text,
	skills: Type.Array(SkillView),
	contents: Type.Array(Type.Object({ id: Text, title: Text })),
	parts: Type.Array(LessonPart),
	sources: Type.Array(
		Type.Object({
			title: Text,
			publisher: Type.Optional(Text),
			date: Type.Optional(Type.String({ description: 'As known: 2026, 2026-11 or 2026-11-23.' })),
			url: Type.Optional(Text)
		})
	),
	updatedAt: Day,
	previous: LessonLink,
	next: LessonLink,
	translated: Translated
});
export type LessonView = Static<typeof LessonView>;

export const DownloadView = Type.Object({
	courseId: Text,
	title: Text,
	lessons: Type.Integer(),
	bytes: Type.Integer({ description: 'About how much a phone keeps.' }),
	/** Addresses of this site, without the language. */
	pages: Type.Array(Text),
	media: Type.Array(Text)
});
export type DownloadView = Static<typeof DownloadView>;
export const DownloadList = Type.Object({
	courses: Type.Array(Type.Pick(DownloadView, ['courseId', 'title', 'lessons', 'bytes']))
});
export type DownloadList = Static<typeof DownloadList>;

const oneOf = <T extends string>(...values: T[]) =>
	Type.Unsafe<T>(Type.Union(values.map((each) => Type.Literal(each))));

/** A test of a group, as its taker sees it beforehand. */
export const TestView = Type.Object({
	id: Text,
	hash: Text,
	version: Type.Integer(),
	kind: oneOf('placement', 'final', 'follow-up'),
	groups: Type.Array(Text),
	title: Text,
	summary: Text,
	introduction: Html,
	questions: Type.Integer({ description: 'The most that are asked.' }),
	way: oneOf('form', 'stages', 'adaptive'),
	minutes: Type.Union([Type.Integer(), Type.Null()]),
	levels: Type.Array(Type.Object({ percent: Type.Integer(), name: Text })),
	retake: Type.Object({ afterHours: Type.Integer(), mostIn30Days: Type.Integer() }),
	page: oneOf('one', 'all'),
	feedback: oneOf('end', 'at-once'),
	translated: Translated
});
export type TestView = Static<typeof TestView>;

export const GlossaryView = Type.Object({
	terms: Type.Array(Type.Object({ id: Text, term: Text, meaning: Html, translated: Translated })),
	translated: Translated
});
export type GlossaryView = Static<typeof GlossaryView>;

export const FrameworkView = Type.Object({
	number: Text,
	title: Text,
	issued: Day,
	issuer: Text,
	urls: Type.Array(Text),
	version: Text,
	verified: Type.Object({
		skillTables: Type.Boolean(),
		assessmentRules: Type.Boolean()
	}),
	note: Type.String({ description: 'Says that the list is provisional; belongs beside every showing of it.' }),
	groups: Type.Array(
		Type.Object({
			code: Text,
			name: Text,
			skillGroups: Type.Array(
				Type.Object({
					code: Text,
					name: Text,
					verified: Type.Boolean(),
					skills: Type.Array(Type.Object({ ...SkillView.properties, evidence: Text }))
				})
			)
		})
	)
});
export type FrameworkView = Static<typeof FrameworkView>;

const rule = <T extends ReturnType<typeof Type.Number> | ReturnType<typeof Type.Union>>(value: T) =>
	Type.Object({ value, why: Text });

/** How a lesson counts and a quiz is passed, each value with its reason in the reader's language. */
export const RulesView = Type.Object({
	rules: Type.Object({
		plausible: Type.Object({
			wordsPerMinute: rule(Type.Number()),
			secondsPerQuestion: rule(Type.Number()),
			shareOfLesson: rule(Type.Number())
		}),
		extraQuestions: rule(Type.Number()),
		quiz: Type.Object({
			officialPassPercent: rule(Type.Union([Type.Number(), Type.Null()])),
			defaultPassPercent: rule(Type.Number()),
			defaultQuestions: rule(Type.Number()),
			bankFactor: rule(Type.Number())
		}),
		review: Type.Optional(
			Type.Object({
				questions: rule(Type.Number()),
				secondsPerQuestion: rule(Type.Number()),
				retireAfterDays: rule(Type.Number())
			})
		)
	}),
	updatedAt: Day
});
export type RulesView = Static<typeof RulesView>;
