import { describe, expect, it } from 'vitest';
import { anApp } from '../support/an-app.ts';

const english = { 'accept-language': 'en' };

/** Whether `correct` or `explanation` stands anywhere in an answer. */
function holdsKey(value: unknown): boolean {
	if (Array.isArray(value)) return value.some(holdsKey);
	if (typeof value !== 'object' || value === null) return false;
	return Object.entries(value).some(
		([key, each]) => ['correct', 'explanation', 'key', 'right'].includes(key) || holdsKey(each)
	);
}

const addresses = [
	'/programmes',
	'/programmes/nguoi-dan',
	'/courses/thu',
	'/courses/thu/lessons/giu-ma',
	'/glossary',
	'/framework',
	'/rules'
];

describe('what anyone may read', () => {
	it('is answered to a phone that nobody has used, and gives it no cookie', async () => {
		const { aPhone } = await anApp();
		for (const address of addresses) {
			const phone = aPhone();
			const answer = await phone.call('GET', address);
			expect(answer.status, address).toBe(200);
			expect(phone.cookies.size, address).toBe(0);
		}
	});

	it('never holds a key, and no quiz or exam question at all', async () => {
		const { aPhone } = await anApp();
		for (const address of addresses) {
			const { body, raw } = await aPhone().call('GET', address);
			expect(holdsKey(body), address).toBe(false);
			const text = raw.toString();
			// The test content says in every explanation and right answer what it is.
			expect(text, address).not.toMatch(/lời giải thích/);
			expect(text, address).not.toMatch(/"purpose"|q-\d|thi-\d/);
		}
	});

	it('cannot be changed by anyone', async () => {
		const { aPhone } = await anApp();
		for (const address of addresses) {
			for (const method of ['POST', 'PUT', 'DELETE'] as const) {
				expect((await aPhone().call(method, address, {})).status, `${method} ${address}`).toBe(404);
			}
		}
	});
});

describe('an id that JavaScript itself knows', () => {
	it.each(['constructor', 'hasOwnProperty', 'toString', '__proto__'])('is unknown like any other: %s', async (id) => {
		const { aPhone } = await anApp();
		for (const [method, address] of [
			['GET', `/courses/${id}`],
			['GET', `/courses/${id}/lessons/x`],
			['GET', `/courses/${id}/lessons/x/standing`],
			['GET', `/courses/thu/lessons/${id}/standing`],
			['POST', `/courses/${id}/attempts`]
		] as const)
			expect((await aPhone().call(method, address)).status, address).toBe(404);
		const answer = { questionId: 'q', optionId: 'o' };
		expect((await aPhone().call('POST', `/courses/${id}/lessons/x/answers`, answer)).status).toBe(404);
	});
});

describe('the answers', () => {
	it('list the programmes with their minutes', async () => {
		const { aPhone } = await anApp();
		const { body } = await aPhone().call('GET', '/programmes');
		expect(body.programmes).toMatchObject([
			{ id: 'nguoi-dan', group: 'nguoi-dan', courseCount: 1, minutes: 6, translated: true }
		]);
	});

	it('show a programme as a path of courses', async () => {
		const { aPhone } = await anApp();
		const { body } = await aPhone().call('GET', '/programmes/nguoi-dan');
		expect(body).toMatchObject({ id: 'nguoi-dan', courses: [{ id: 'thu', lessonCount: 2, minutes: 6 }] });
		expect(body.goal.length).toBeGreaterThan(0);
	});

	it('show a course with its lessons, its pass mark and where it belongs', async () => {
		const { aPhone } = await anApp();
		const { body } = await aPhone().call('GET', '/courses/thu');
		expect(body).toMatchObject({
			id: 'thu',
			version: 3,
			passPercent: 75,
			quizQuestions: 4,
			updatedAt: '2026-11-01',
			outcomes: ['Giữ kín mã OTP.', 'Hỏi lại trước khi bấm.', 'Biết báo ở đâu.'],
			skills: [{ ref: 'p4.2', verified: false }, { ref: '1.2' }],
			lessons: [
				{ id: 'giu-ma', position: 1 },
				{ id: 'hoi-lai', position: 2 }
			],
			programmes: [{ id: 'nguoi-dan' }],
			translated: true
		});
	});

	it('show a lesson in parts, with what comes before and after', async () => {
		const { aPhone } = await anApp();
		const { body } = await aPhone().call('GET', '/courses/thu/lessons/giu-ma');
		expect(body).toMatchObject({
			id: 'giu-ma',
			courseId: 'thu',
			position: 1,
			total: 2,
			minutes: 3,
			contents: [{ id: 'phan-mot', title: 'Phần một' }],
			sources: [
				{ title: 'Nguồn thử', publisher: 'Nhà xuất bản thử', date: '2026-01-02', url: 'https://example.org/nguon' }
			],
			previous: null,
			next: { id: 'hoi-lai' }
		});
		const kinds = (body.parts as { kind: string }[]).map((part) => part.kind);
		expect(kinds).toEqual(['html', 'question', 'question']);
		expect(body.parts[1].question).toMatchObject({
			id: 'giu-ma-1',
			multiple: false,
			options: [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
		});
	});

	it('come in the language asked for, and say where Vietnamese stands in', async () => {
		const { aPhone } = await anApp();
		const course = await aPhone().call('GET', '/courses/thu', undefined, english);
		expect(course.body.translated).toBe(true);
		expect(course.body.title).not.toContain('Khóa');
		expect(course.body.skills[0].name).toBe('Protecting personal data and privacy');
		const lesson = await aPhone().call('GET', '/courses/thu/lessons/giu-ma', undefined, english);
		expect(lesson.body).toMatchObject({ translated: false, title: 'Giữ kín mã' });
	});

	it('show the framework with its marks of not being verified', async () => {
		const { aPhone } = await anApp();
		const { body } = await aPhone().call('GET', '/framework');
		expect(body).toMatchObject({ number: '757/QĐ-BKHCN', verified: { skillTables: false, assessmentRules: false } });
		expect(body.note).toContain('chưa phải bảng kỹ năng chính thức');
		expect(body.groups).toHaveLength(4);
		const skills = (body.groups as { skillGroups: { skills: { verified: boolean }[] }[] }[]).flatMap((group) =>
			group.skillGroups.flatMap((each) => each.skills)
		);
		expect(skills.every((skill) => !skill.verified)).toBe(true);
	});

	it('explain the rules in the language asked for, and that no official pass mark exists', async () => {
		const { aPhone } = await anApp();
		const { body } = await aPhone().call('GET', '/rules');
		expect(body.rules.plausible.wordsPerMinute.value).toBe(400);
		expect(body.rules.quiz.officialPassPercent).toMatchObject({ value: null });
		expect(body.rules.quiz.officialPassPercent.why).toContain('Chưa có điểm đạt chính thức');
		const other = await aPhone().call('GET', '/rules', undefined, english);
		expect(other.body.rules.quiz.officialPassPercent.why).toContain('No official pass mark');
	});
});

describe('what is not there', () => {
	const cases: [string, string][] = [
		['/programmes/khong-co', 'catalog.no-such-programme'],
		['/courses/khong-co', 'catalog.no-such-course'],
		['/courses/khong-co/lessons/giu-ma', 'catalog.no-such-course'],
		['/courses/thu/lessons/khong-co', 'catalog.no-such-lesson'],
		['/courses/__proto__', 'catalog.no-such-course'],
		['/courses/thu/lessons/..%2F..%2Fcourse', 'catalog.no-such-lesson'],
		['/courses/%F0%9F%8C%B1', 'catalog.no-such-course']
	];
	it('is refused with a code and a sentence of its own, in the language asked for', async () => {
		const { aPhone } = await anApp();
		for (const [address, code] of cases) {
			const { status, headers, body } = await aPhone().call('GET', address);
			expect({ status, code: body.code }, address).toEqual({ status: 404, code });
			expect(headers['content-type']).toContain('application/problem+json');
			expect(body.title).toMatch(/^Không thấy/);
			const other = await aPhone().call('GET', address, undefined, english);
			expect(other.body.title).toMatch(/^(There is no such|This course has no such)/);
		}
	});

	it('refuses an id as long as a letter', async () => {
		const { aPhone } = await anApp();
		expect((await aPhone().call('GET', `/courses/${'a'.repeat(150)}`)).status).toBe(400);
	});
});
