import { Type, type Static, type TSchema } from 'typebox';

const closed = { additionalProperties: false };
const named = (hint: string) => ({ ...closed, hint });

const Id = Type.String({
	pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
	maxLength: 60,
	hint: 'chữ thường a–z không dấu, số và gạch nối, ví dụ giu-kin-otp'
});
const Line = (hint: string, maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[^\\n]+$', hint });
const Title = Line('một dòng chữ, tối đa 120 ký tự', 120);
const Sentence = Line('một hai câu ngắn, tối đa 300 ký tự', 300);
const Day = Type.String({
	pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
	hint: 'ngày dạng năm-tháng-ngày, ví dụ 2026-11-23'
});
const Minutes = Type.Integer({ minimum: 1, maximum: 600, hint: 'số phút, ví dụ 7' });
const Ref = Type.String({
	pattern: '^([a-z0-9-]+/)?p?\\d+\\.\\d+$',
	hint: 'mã kỹ năng đặt trong ngoặc kép, ví dụ "p4.2" hoặc "nguoi-dan/p7.5"'
});
const Refs = Type.Array(Ref, { minItems: 1, uniqueItems: true, hint: 'các mã kỹ năng, ví dụ ["p4.2", "1.2"]' });
const Ids = (hint: string) => Type.Array(Id, { minItems: 1, uniqueItems: true, hint });

const Outcomes = Type.Array(Sentence, { minItems: 3, maxItems: 6, hint: '3 đến 6 việc người học sẽ làm được' });

const Source = Type.Object(
	{
		title: Line('tên tài liệu', 300),
		publisher: Type.Optional(Line('nơi đăng', 200)),
		date: Type.Optional(
			Type.Union([Type.String({ pattern: '^\\d{4}(-\\d{2}){0,2}$' }), Type.Integer({ minimum: 1900, maximum: 2100 })], {
				hint: 'năm, năm-tháng hoặc năm-tháng-ngày, ví dụ "2026-11"'
			})
		),
		url: Type.Optional(Type.String({ pattern: '^https?://\\S+$', hint: 'địa chỉ bắt đầu bằng https://' }))
	},
	named('nguồn gồm title, publisher, date, url')
);
const Sources = Type.Array(Source, { hint: 'danh sách nguồn, mỗi nguồn có title, publisher, date, url' });

export const ProgrammeFields = Type.Object(
	{
		id: Id,
		group: Type.String({ minLength: 1, hint: 'mã nhóm trong khung kỹ năng, ví dụ nguoi-dan' }),
		title: Title,
		summary: Sentence,
		about: Line('vài câu nói học xong làm được gì, tối đa 600 ký tự', 600),
		courses: Ids('mã các khóa học theo thứ tự, ví dụ [an-toan-so]'),
		updated: Day
	},
	closed
);

export const CourseFields = Type.Object(
	{
		id: Id,
		version: Type.Integer({ minimum: 1, hint: 'số nguyên, tăng lên mỗi khi điều được dạy thay đổi' }),
		title: Title,
		summary: Sentence,
		minutes: Minutes,
		groups: Type.Array(Type.String(), {
			minItems: 1,
			uniqueItems: true,
			hint: 'các nhóm người học, ví dụ [nguoi-dan, hoc-sinh]'
		}),
		skills: Refs,
		outcomes: Outcomes,
		quiz: Type.Optional(
			Type.Object(
				{
					questions: Type.Optional(
						Type.Integer({ minimum: 1, maximum: 50, hint: 'số câu mỗi lần kiểm tra, ví dụ 10' })
					),
					passPercent: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, hint: 'phần trăm cần đạt, ví dụ 80' }))
				},
				named('questions và passPercent')
			)
		),
		updated: Day
	},
	closed
);

export const LessonFields = Type.Object(
	{
		id: Id,
		title: Title,
		minutes: Minutes,
		skills: Refs,
		summary: Sentence,
		updated: Day,
		sources: Type.Optional(Sources)
	},
	closed
);

export const QuestionFileFields = Type.Object(
	{
		course: Id,
		purpose: Type.Union([Type.Literal('quiz'), Type.Literal('exam')], { hint: 'quiz hoặc exam' }),
		public: Type.Optional(Type.Boolean({ hint: 'true hoặc false' }))
	},
	closed
);

const Percent = Type.Integer({ minimum: 1, maximum: 100, hint: 'phần trăm, từ 1 đến 100' });

/** A test of a group: its blueprint is data, so that whoever sets it need not touch the program. */
export const TestFields = Type.Object(
	{
		id: Id,
		version: Type.Integer({ minimum: 1, hint: 'số nguyên, tăng lên mỗi khi bài thi đòi hỏi khác đi' }),
		kind: Type.Union([Type.Literal('placement'), Type.Literal('final'), Type.Literal('follow-up')], {
			hint: 'placement (thử sức), final (cuối chương trình) hoặc follow-up (sau một thời gian)'
		}),
		groups: Type.Array(Type.String(), { minItems: 1, uniqueItems: true, hint: 'các nhóm, ví dụ [nguoi-dan]' }),
		title: Title,
		summary: Sentence,
		banks: Type.Array(Type.Union([Type.Literal('check'), Type.Literal('quiz'), Type.Literal('exam')]), {
			minItems: 1,
			uniqueItems: true,
			hint: 'kho câu hỏi, ví dụ [exam]'
		}),
		questions: Type.Integer({ minimum: 1, maximum: 60, hint: 'số câu, ví dụ 20' }),
		shares: Type.Array(Type.Object({ skills: Refs, percent: Percent }, named('skills và percent')), {
			minItems: 1,
			maxItems: 12,
			hint: 'danh sách, mỗi dòng gồm skills và percent, cộng lại đủ 100'
		}),
		way: Type.Union([Type.Literal('form'), Type.Literal('stages'), Type.Literal('adaptive')], {
			hint: 'form (một đề), stages (hai chặng) hoặc adaptive (từng câu theo sức)'
		}),
		minutes: Type.Optional(
			Type.Integer({ minimum: 5, maximum: 240, hint: 'số phút làm bài; không giới hạn thì bỏ dòng' })
		),
		levels: Type.Optional(
			Type.Array(Type.Object({ percent: Percent, vi: Title, en: Title }, named('percent, vi, en')), {
				minItems: 1,
				maxItems: 3,
				hint: 'các mức đạt từ thấp lên cao, mỗi mức gồm percent, vi, en'
			})
		),
		retake: Type.Optional(
			Type.Object(
				{
					afterHours: Type.Integer({ minimum: 0, maximum: 2_400, hint: 'số giờ chờ trước khi thi lại' }),
					mostIn30Days: Type.Integer({ minimum: 1, maximum: 100, hint: 'số lần nhiều nhất trong 30 ngày' })
				},
				named('afterHours và mostIn30Days')
			)
		),
		page: Type.Optional(Type.Union([Type.Literal('one'), Type.Literal('all')], { hint: 'one hoặc all' })),
		feedback: Type.Optional(Type.Union([Type.Literal('end'), Type.Literal('at-once')], { hint: 'end hoặc at-once' })),
		updated: Day
	},
	closed
);

export const GlossaryFields = Type.Object({ updated: Day }, closed);

const optional = <T extends TSchema>(schema: T) => Type.Optional(schema);

/** Translations repeat the id and give the words; what is not a word comes from the Vietnamese file. */
export const ProgrammeWords = Type.Object(
	{
		...Type.Partial(ProgrammeFields).properties,
		id: Id,
		title: Title,
		summary: Sentence,
		about: ProgrammeFields.properties.about
	},
	closed
);
export const CourseWords = Type.Object(
	{ ...Type.Partial(CourseFields).properties, id: Id, title: Title, summary: Sentence, outcomes: Outcomes },
	closed
);
export const LessonWords = Type.Object(
	{ ...Type.Partial(LessonFields).properties, id: Id, title: Title, summary: Sentence },
	closed
);
export const TestWords = Type.Object(
	{ ...Type.Partial(TestFields).properties, id: Id, title: Title, summary: Sentence },
	closed
);
export const QuestionFileWords = Type.Partial(QuestionFileFields, closed);
export const GlossaryWords = Type.Object({ updated: optional(Day) }, closed);

export type LessonFields = Static<typeof LessonFields>;
