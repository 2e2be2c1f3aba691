import { describe, expect, it } from 'vitest';
import { aLesson, aQuestion, aSource, goodFiles, lessonPath } from '../../../tests/support/a-source.ts';
import type { FaultCode } from './fault-sentences.ts';
import { told } from './fault.ts';
import { readContent } from './read-content.ts';

const faultsOf = (changes: Record<string, string | null>, media?: Record<string, string>) =>
	readContent(aSource(changes, media)).faults.map(({ file, line, code }) => `${file}:${line} ${code}`);

/** The body of `aLesson` begins at this line. */
const first = 9;

const inLesson = (body: string) => faultsOf({ [lessonPath]: aLesson(body) });

it('finds nothing in a folder that is right', () => {
	expect(faultsOf({})).toEqual([]);
});

it('says where, what and how to mend it, in Vietnamese', () => {
	const draft = readContent(aSource({ [lessonPath]: aLesson('![](../../../media/tranh.svg)') }));
	expect(draft.faults.map((fault) => told(fault))).toEqual([
		`content/${lessonPath}:${first}: Ảnh chưa có lời mô tả. Viết điều nhìn thấy vào giữa [ ].`
	]);
});

const long = Array.from({ length: 29 }, () => 'chữ').join(' ');

describe('the body of a lesson', () => {
	const cases: [string, string, (readonly [number, FaultCode])[]][] = [
		['a heading of level one', '# Tên', [[0, 'h1']]],
		['a heading that skips a level', '## Hai\n\n#### Bốn', [[2, 'heading-skips']]],
		['a first heading of level three', '### Ba', [[0, 'heading-skips']]],
		['two headings of one id', '## Một {#a}\n\n## Hai {#a}', [[2, 'duplicate-anchor']]],
		['an id with marks', '## Một {#Một}', [[0, 'bad-id']]],
		['raw HTML in a block', '<div onclick="x">Chào</div>', [[0, 'raw-html']]],
		['raw HTML in a line', 'Chào <b>bác</b>.', [[0, 'raw-html']]],
		['a note to the next editor', '<!-- cần kiểm tra -->', []],
		['quotes in each other without end', `Chào bác.\n\n${'> '.repeat(10_000)}x`, [[2, 'too-deep']]],
		['lists in each other without end', `Chào bác.\n\n${'1. '.repeat(10_000)}x`, [[2, 'too-deep']]],
		['a rule across the page', `Chào bác.\n\n${'-'.repeat(60)}\n\n> > - Chào lại.`, []],
		['a sentence of 29 words', `Câu này ngắn.\n${long}.`, [[1, 'long-sentence']]],
		['a long sentence in a list', `- Một.\n- ${long}.`, [[1, 'long-sentence']]],
		['a long sentence in a callout', `:::meo\nNgắn.\n\n${long}.\n:::`, [[3, 'long-sentence']]],
		['28 words', `${long.slice(4)}.`, []],
		['a picture that is not there', '![Tranh](../../../media/khong.svg)', [[0, 'missing-media']]],
		['a picture outside the folder', '![Tranh](../../../../../etc/passwd)', [[0, 'missing-media']]],
		['a film as a picture', '![Phim](../../../media/phim.mp4)', [[0, 'media-kind']]],
		['a lesson that is not there', 'Xem [bài](bai:khong-co).', [[0, 'dead-link']]],
		['an anchor in another lesson', 'Xem [bài](bai:bai#khong-co).', [[0, 'dead-link']]],
		['a term that is not there', 'Xem [từ](tu-dien:khong-co).', [[0, 'dead-link']]],
		['a course that is not there', 'Xem [khóa](khoa-hoc:khong-co).', [[0, 'dead-link']]],
		['a file that is not there', 'Xem [bài](02-khong-co.md).', [[0, 'dead-link']]],
		['an anchor that is not there', '## Một {#mot}\n\nXem [trên](#hai).', [[2, 'dead-link']]],
		[
			'links that lead somewhere',
			'## Một {#mot}\n\n[a](#mot) [b](bai:bai#mot) [c](tu-dien:otp) [d](01-bai.md) [e](https://vnexpress.net) [g](tel:156)',
			[]
		],
		['a script address', '[bấm](javascript:alert(1))', [[0, 'unsafe-link']]],
		['a link without words', '[](https://example.org)', [[0, 'empty-link']]],
		['an unknown directive', ':::canhbao[Chú ý]\nCoi chừng.\n:::', [[0, 'unknown-directive']]],
		['an unclosed directive', 'Một.\n\n:::meo\nHai.', [[2, 'unclosed-directive']]],
		['a stray close', 'Một.\n\n:::', [[2, 'stray-close']]],
		['an indented directive', '- Một\n  :::meo[Mẹo]', [[1, 'indented-directive']]],
		['broken attributes', ':::meo[Mẹo]{a b}\nMột.\n:::', [[0, 'broken-directive']]],
		['an empty callout', ':::meo\n\n:::', [[0, 'empty-directive']]],
		['steps without a list', ':::cac-buoc\nTắt máy.\n:::', [[0, 'steps-not-list']]],
		['a step that is not bold', ':::cac-buoc\n1. **Dừng.** Tắt máy.\n2. Hỏi.\n:::', [[2, 'step-not-bold']]],
		[
			'steps inside a callout',
			':::canh-bao\nLàm ngay.\n\n:::cac-buoc\n1. **Gọi.** Số trên thẻ.\n:::\n\nXong.\n:::',
			[]
		],
		[
			'boxes outside a question',
			'- [ ] Một\n- [x] Hai',
			[
				[0, 'stray-options'],
				[1, 'stray-options']
			]
		],
		['colons in a code block', '```\n:::khong-phai-khoi\n```', []],
		[
			'a film that is whole',
			'::video{src="../../../media/phim.mp4" title="Phim" captions="../../../media/phim.vtt" transcript="../../../media/loi.md"}',
			[]
		],
		[
			'a film without captions',
			'::video{src="../../../media/phim.mp4" title="Phim" transcript="../../../media/loi.md"}',
			[[0, 'attribute-missing']]
		],
		[
			'a sound without transcript',
			'::audio{src="../../../media/tieng.mp3" title="Ghi âm"}',
			[[0, 'attribute-missing']]
		],
		[
			'a transcript that is not there',
			'::audio{src="../../../media/tieng.mp3" title="Ghi âm" transcript="../../../media/x.md"}',
			[[0, 'missing-media']]
		],
		[
			'an attribute that does not exist',
			'::audio{src="../../../media/tieng.mp3" title="A" transcript="../../../media/loi.md" tu-chay="1"}',
			[[0, 'attribute-unknown']]
		]
	];
	it.each(cases)('%s', (_, body, expected) => {
		expect(inLesson(body)).toEqual(expected.map(([line, code]) => `${lessonPath}:${first + line} ${code}`));
	});
});

describe('a question', () => {
	const head = ':::hoi{#moi skill="p4.2" level="easy"}';
	const options = '- [x] Một\n  Vì một.\n- [ ] Hai\n  Vì hai.';
	const cases: [string, string, (readonly [number, FaultCode])[]][] = [
		['is right', `${head}\nHỏi gì?\n\n${options}\n:::`, []],
		['asks nothing', `${head}\n${options}\n:::`, [[0, 'question-no-stem']]],
		['has no right answer', `${head}\nHỏi gì?\n\n${options.replace('x', ' ')}\n:::`, [[0, 'no-right-answer']]],
		['has two right answers', `${head}\nHỏi gì?\n\n${options.replace('[ ]', '[X]')}\n:::`, [[0, 'two-right-answers']]],
		['has one answer', `${head}\nHỏi gì?\n\n- [x] Một\n  Vì một.\n:::`, [[0, 'option-count']]],
		[
			'lacks an explanation',
			`${head}\nHỏi gì?\n\n- [x] Một\n- [ ] Hai\n  Vì hai.\n:::`,
			[[3, 'option-no-explanation']]
		],
		['lacks an answer', `${head}\nHỏi gì?\n\n- [x]\n  Vì một.\n- [ ] Hai\n  Vì hai.\n:::`, [[3, 'option-empty']]],
		['says an answer twice', `${head}\nHỏi gì?\n\n${options.replace('Hai', 'Một')}\n:::`, [[5, 'option-same']]],
		['has a broken box', `${head}\nHỏi gì?\n\n${options}\n-[ ] Ba\n  Vì ba.\n:::`, [[7, 'option-broken']]],
		['has text at the margin', `${head}\nHỏi gì?\n\n${options}\nVì sao?\n:::`, [[7, 'option-outside']]],
		['holds a list', `${head}\nHỏi gì?\n\n- Này\n- Kia\n\n${options}\n:::`, [[3, 'not-plain']]],
		['holds raw HTML', `${head}\nHỏi <i>gì</i>?\n\n${options}\n:::`, [[1, 'raw-html']]],
		['has a long explanation', `${head}\nHỏi gì?\n\n${options.replace('Vì hai', long)}\n:::`, [[6, 'long-sentence']]],
		['has no id', `:::hoi{skill="p4.2" level="easy"}\nHỏi gì?\n\n${options}\n:::`, [[0, 'attribute-missing']]],
		['has no level', `:::hoi{#moi skill="p4.2"}\nHỏi gì?\n\n${options}\n:::`, [[0, 'attribute-missing']]],
		['has an unknown level', `:::hoi{#moi skill="p4.2" level="de"}\nHỏi gì?\n\n${options}\n:::`, [[0, 'field-wrong']]],
		[
			'trains an unknown skill',
			`:::hoi{#moi skill="p9.9" level="easy"}\nHỏi gì?\n\n${options}\n:::`,
			[[0, 'unknown-skill']]
		],
		[
			'trains a skill of one group only',
			`:::hoi{#moi skill="p7.1" level="easy"}\nHỏi gì?\n\n${options}\n:::`,
			[[0, 'skill-differs']]
		],
		['names that group', `:::hoi{#moi skill="nguoi-dan/p7.5" level="easy"}\nHỏi gì?\n\n${options}\n:::`, []],
		[
			'is not closed before the next',
			`${head}\nHỏi gì?\n\n${options}\n\n:::meo\nMẹo.\n:::`,
			[[0, 'unclosed-directive']]
		],
		['stands inside a callout', `:::meo\nMẹo.\n\n${head}\nHỏi gì?\n\n${options}\n:::`, [[0, 'unclosed-directive']]],
		['has the id of another', aQuestion('bai-1'), [[10, 'duplicate-id']]]
	];
	it.each(cases)('%s', (_, body, expected) => {
		expect(inLesson(body)).toEqual(expected.map(([line, code]) => `${lessonPath}:${first + line} ${code}`));
	});
});

describe('the declarations', () => {
	const good = aLesson('Một.');
	const cases: [string, string, string[]][] = [
		['are missing', 'Một.', ['1 no-front-matter']],
		['are not closed', '---\nid: bai\n', ['1 open-front-matter']],
		['are no YAML', good.replace('title: "Bài"', 'title: "Bài'), ['3 yaml']],
		['say a field twice', good.replace('minutes: 5', 'id: bai'), ['4 yaml']],
		['lack a field', good.replace('minutes: 5\n', ''), ['2 field-missing']],
		['know no such field', good.replace('minutes: 5', 'minutes: 5\nphut: 5'), ['5 field-unknown']],
		['say minutes in words', good.replace('minutes: 5', 'minutes: năm'), ['4 field-wrong']],
		['give a day that is none', good.replace('2026-11-23', '23/11/2026'), ['7 field-wrong']],
		['have an id with spaces', good.replace('id: bai', 'id: Bài Một'), ['2 field-wrong']],
		['name an unknown skill', good.replace('"p4.2"', '"p4.2", "p9.9"'), ['5 unknown-skill']],
		['give a source without title', aLesson('Một.', 'sources:\n  - url: "https://a.vn"\n'), ['9 field-missing']]
	];
	it.each(cases)('%s', (_, text, expected) => {
		const found = faultsOf({ [lessonPath]: text }).filter((fault) => fault.startsWith(lessonPath));
		const about = found.filter((fault) => !/lesson-no-questions|empty-body/.test(fault));
		expect(about).toEqual(expected.map((each) => `${lessonPath}:${each}`));
	});
});

describe('files together', () => {
	const files = goodFiles();
	const change = (path: string, from: string, to: string) => ({ [path]: (files[path] ?? '').replaceAll(from, to) });
	const course = 'courses/khoa/course.md';
	const quiz = 'courses/khoa/questions/tat-ca.md';
	const exam = 'courses/khoa/exam/mau.md';
	const cases: [string, Record<string, string | null>, string[]][] = [
		[
			'a lesson without check questions',
			change(lessonPath, ':::hoi{', ':::hoi-them{'),
			[`${lessonPath}:9 lesson-no-questions`]
		],
		[
			'two lessons of one id',
			{ 'courses/khoa/lessons/02.md': aLesson('Hai.').replace('#bai-1', '#hai-1') },
			['courses/khoa/lessons/02.md:2 duplicate-id']
		],
		[
			'a lesson whose folder has no course',
			{ 'courses/la/lessons/01.md': aLesson('Hai.').replace('#bai-1', '#hai-1').replace('id: bai', 'id: hai') },
			['courses/la/lessons/01.md:1 lesson-no-course']
		],
		[
			'a quiz that asks more than the bank holds',
			change(course, 'questions: 1', 'questions: 2'),
			[`${course}:10 bank-too-small`]
		],
		['an unknown group', change(course, 'hoc-sinh]', 'hoc-tro]'), [`${course}:7 unknown-group`]],
		['too few outcomes', change(course, ', "Ba."', ''), [`${course}:9 field-wrong`]],
		[
			'a programme with an unknown course',
			change('programmes/nguoi-dan.md', '[khoa]', '[khoa, la]'),
			['programmes/nguoi-dan.md:7 unknown-course']
		],
		[
			'a quiz question that names an unknown lesson',
			change(quiz, 'lesson="bai"}\nNên', 'lesson="la"}\nNên'),
			[`${quiz}:5 question-unknown-lesson`, `${quiz}:14 question-unknown-lesson`]
		],
		[
			'a quiz question that names no lesson',
			change(quiz, ' lesson="bai"', ''),
			[`${quiz}:5 question-no-lesson`, `${quiz}:14 question-no-lesson`]
		],
		['text between quiz questions', { [quiz]: `${files[quiz]}\nChào.` }, [`${quiz}:22 only-questions`]],
		[
			'a quiz file for an unknown course',
			change(quiz, 'course: khoa', 'course: la'),
			[
				`${course}:10 bank-too-small`,
				`${quiz}:2 unknown-course`,
				`${quiz}:5 question-unknown-lesson`,
				`${quiz}:14 question-unknown-lesson`
			]
		],
		[
			'a quiz in the folder of exams',
			{ [exam]: `---\ncourse: khoa\npurpose: quiz\npublic: true\n---\n${aQuestion('thi-1')}` },
			[`${exam}:3 wrong-purpose`]
		],
		[
			'an exam that does not say it is public',
			{ [exam]: `---\ncourse: khoa\npurpose: exam\n---\n${aQuestion('thi-1')}` },
			[`${exam}:2 exam-not-public`]
		],
		[
			'an exam bank from outside',
			{ 'exam-bank/kin.md': `---\ncourse: khoa\npurpose: exam\n---\n${aQuestion('thi-1')}` },
			[]
		],
		['a check question used in the quiz too', { [lessonPath]: aLesson(aQuestion('q-1')) }, [`${quiz}:5 duplicate-id`]],
		['a file where none belongs', { 'courses/khoa/ghi-chu.md': 'Nhớ viết.' }, ['courses/khoa/ghi-chu.md:1 stray-file']],
		['no framework', { 'framework.json': null }, ['framework.json:1 missing-file']],
		['a broken framework', { 'framework.json': '{\n"groups": [,]\n}' }, ['framework.json:2 broken-data']],
		['rules that are none', change('rules.yaml', 'value: 400', 'value: nhanh'), ['rules.yaml:5 field-wrong']],
		[
			'a term without id',
			{ 'glossary.md': '---\nupdated: "2026-11-23"\n---\n## Mã\n\nMã.\n' },
			['glossary.md:4 term-no-id']
		],
		[
			'a term without meaning',
			{ 'glossary.md': '---\nupdated: "2026-11-23"\n---\n## Mã {#otp}\n' },
			['glossary.md:4 term-no-meaning']
		]
	];
	it.each(cases)('%s', (_, changes, expected) => {
		expect(faultsOf(changes)).toEqual(expected);
	});

	it('tells of a drawing that could run something', () => {
		const body = '![Tranh](../../../media/xau.svg)';
		const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>';
		expect(faultsOf({ [lessonPath]: aLesson(body) }, { 'media/xau.svg': svg })).toEqual([`${lessonPath}:9 unsafe-svg`]);
	});

	it('tells of a file that is not UTF-8', () => {
		const source = { ...aSource(), unreadable: ['courses/khoa/lessons/02.md'] };
		expect(readContent(source).faults.map((fault) => fault.code)).toEqual(['not-utf8']);
	});
});

describe('a translation', () => {
	const path = 'courses/khoa/lessons/01-bai.en.md';
	const english = `---\nid: bai\ntitle: "Lesson"\nsummary: "Keep the code."\n---\nHello.\n\n:::hoi{#bai-1}\nWhat to do?\n\n- [ ] Read it\n  No.\n- [x] Hang up\n  Yes.\n:::\n`;
	const cases: [string, string, string[]][] = [
		['is right', english, []],
		['has another id', english.replace('id: bai', 'id: lesson'), ['2 translation-id']],
		['lacks a question', english.replace(/:::hoi[\s\S]*/, ''), ['6 lesson-no-questions', '6 translation-missing']],
		[
			'has a question of its own',
			english.replace('#bai-1', '#bai-9'),
			['6 translation-missing', '8 translation-extra']
		],
		[
			'marks another answer',
			english.replace('[ ]', '[x]').replace('- [x] Hang', '- [ ] Hang'),
			['8 translation-options']
		]
	];
	it.each(cases)('%s', (_, text, expected) => {
		expect(faultsOf({ [path]: text }).sort()).toEqual(expected.map((each) => `${path}:${each}`).sort());
	});

	it('has no Vietnamese beside it', () => {
		const alone = 'courses/khoa/lessons/03.en.md';
		expect(faultsOf({ [alone]: english.replace('#bai-1', '#ba-1').replace('id: bai', 'id: ba') })).toEqual([
			`${alone}:1 no-original`
		]);
	});
});
