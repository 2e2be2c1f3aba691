import { expect, it } from 'vitest';
import { aLesson, aQuestion, aSource, lessonPath } from '../../../tests/support/a-source.ts';
import type { CompiledLesson, CompiledQuestion } from '../items.ts';
import { readContent } from './read-content.ts';

const itemsOf = (changes: Record<string, string>) => readContent(aSource(changes)).files.flatMap((file) => file.items);

function lesson(body: string, path = lessonPath): CompiledLesson {
	const found = itemsOf({ [path]: path.endsWith('.en.md') ? english(body) : aLesson(body) }).find(
		(item) => item.path === path
	);
	return found?.compiled as CompiledLesson;
}

const english = (body: string) =>
	`---\nid: bai\ntitle: "Lesson"\nsummary: "Keep it."\n---\n${body}\n\n:::hoi{#bai-1}\nWhat?\n\n- [ ] Read\n  No.\n- [x] Hang up\n  Yes.\n:::\n`;

const htmlOf = (body: string) =>
	lesson(body)
		.parts.map((part) => (part.kind === 'html' ? part.html : ''))
		.join('');

it('makes a callout with its kind in a word', () => {
	expect(htmlOf(':::lua-dao[Gọi video]\nCó thể là giả.\n:::')).toBe(
		'<aside class="call bad" aria-labelledby="o-1"><p class="call-title" id="o-1"><span class="call-kind">Chiêu lừa: </span>Gọi video</p><p>Có thể là giả.</p>\n</aside>'
	);
	expect(htmlOf(':::meo[Mẹo nhỏ]\nDặn nhau.\n:::')).toContain('id="o-1">Mẹo nhỏ</p>');
	expect(htmlOf(':::canh-bao\nCoi chừng.\n:::')).toContain(
		'<aside class="call warn" aria-labelledby="o-1"><p class="call-title" id="o-1">Chú ý</p>'
	);
	expect(htmlOf(':::lam-thu[Lưu số]\nLưu.\n:::')).toContain('class="call try"');
});

it('makes numbered steps', () => {
	expect(htmlOf(':::cac-buoc\n1. **Dừng.** Tắt máy.\n2. **Hỏi.** Gọi con.\n:::')).toBe(
		'<ol class="steps">\n<li><strong>Dừng.</strong> Tắt máy.</li>\n<li><strong>Hỏi.</strong> Gọi con.</li>\n</ol>'
	);
});

it('makes a figure of a picture alone, with its size and the hash in its address', () => {
	expect(htmlOf('![Một cái máy](../../../media/tranh.svg "Máy")')).toMatch(
		/^<figure class="picture"><img src="\/media\/[0-9a-f]{16}-tranh\.svg" alt="Một cái máy" width="320" height="200" loading="lazy" decoding="async" \/><figcaption>Máy<\/figcaption><\/figure>$/
	);
});

it('makes a film with captions and a transcript', () => {
	const html = htmlOf(
		'::video{src="../../../media/phim.mp4" title="Phim" captions="../../../media/phim.vtt" transcript="../../../media/loi.md"}'
	);
	expect(html).toMatch(
		/<video controls preload="none" aria-label="Phim"><source src="\/media\/\w+-phim\.mp4" type="video\/mp4" \/>/
	);
	expect(html).toMatch(/<track kind="captions" srclang="vi" label="Tiếng Việt" src="\/media\/\w+-phim\.vtt" \/>/);
	expect(html).toContain('<details class="transcript"><summary>Đọc lời của đoạn phim</summary><p>Lời trong phim.</p>');
});

it('lets a wide table scroll by itself', () => {
	expect(htmlOf('| a | b |\n| --- | --: |\n| 1 | 2 |')).toMatch(
		/^<div class="table-scroll" tabindex="0" role="group" aria-label="[^"]+"><table><thead><tr><th scope="col">a<\/th><th scope="col" align="right">b<\/th>/
	);
});

it('leads links where they belong', () => {
	expect(htmlOf('## Một {#mot}\n\n[a](bai:bai) [b](tu-dien:otp) [c](#mot) [d](https://a.vn) [e](khoa-hoc:khoa)')).toBe(
		'<h2 id="mot">Một</h2>\n<p><a href="/khoa-hoc/khoa/bai">a</a> <a href="/tu-dien#otp">b</a> <a href="#mot">c</a> <a href="https://a.vn" rel="noopener external">d</a> <a href="/khoa-hoc/khoa">e</a></p>'
	);
	const [part] = lesson('[a](bai:bai)', lessonPath.replace('.md', '.en.md')).parts;
	expect(part).toEqual({ kind: 'html', html: '<p><a href="/en/khoa-hoc/khoa/bai">a</a></p>' });
});

it('gives headings ids from their words, each once', () => {
	expect(lesson('## Ba điều Đáng nhớ!\n\nMột.\n\n## Ba điều đáng nhớ\n\nHai.\n\n### Nhỏ\n\nBa.').contents).toEqual([
		{ id: 'ba-dieu-dang-nho', title: 'Ba điều Đáng nhớ!' },
		{ id: 'ba-dieu-dang-nho-2', title: 'Ba điều đáng nhớ' }
	]);
});

it('keeps questions in their places and reserve questions out of sight', () => {
	const { parts, reserve } = lesson(`Một.\n\n${aQuestion('hai')}\nBa.\n\n${aQuestion('du', '', 'hoi-them')}\nBốn.`);
	expect(parts).toEqual([
		{ kind: 'html', html: '<p>Một.</p>' },
		{ kind: 'question', questionId: 'hai' },
		{ kind: 'html', html: '<p>Ba.</p>\n<p>Bốn.</p>' },
		{ kind: 'question', questionId: 'bai-1' }
	]);
	expect(reserve).toEqual(['du']);
});

it('counts syllables, questions apart', () => {
	expect(lesson('## Một hai {#mot}\n\nBa – bốn, 5.\n\n:::meo[Không đếm]\nSáu **bảy**.\n:::').words).toBe(7);
});

it('makes questions that fit inside a legend', () => {
	const body =
		':::hoi{#moi skill="p4.2" level="hard"}\nDòng **một**.\n\nDòng hai?\n\n- [x] A\n  Vì a.\n\n  Và b.\n- [ ] B\n  Vì b.\n:::';
	const found = itemsOf({ [lessonPath]: aLesson(body) }).find((item) => item.id === 'moi');
	expect(found?.compiled).toEqual({
		purpose: 'check',
		reserve: false,
		public: true,
		courseId: 'khoa',
		lessonId: 'bai',
		skill: 'p4.2',
		level: 'hard',
		stem: 'Dòng <strong>một</strong>.<br />Dòng hai?',
		options: [
			{ id: 'a', text: 'A', correct: true, explanation: 'Vì a.<br />Và b.' },
			{ id: 'b', text: 'B', correct: false, explanation: 'Vì b.' }
		]
	} satisfies CompiledQuestion);
});

it('hashes what is written, not where it lies or how lines end', () => {
	const hash = (path: string, text: string) =>
		itemsOf({ [path]: text }).find((item) => item.path === path && item.kind === 'lesson')?.hash;
	const text = aLesson('Một.  \n\n\n\nHai.');
	const same = hash(lessonPath, text);
	expect(hash(lessonPath, text.replace(/\n/g, '\r\n'))).toBe(same);
	expect(hash(lessonPath, text.normalize('NFD'))).toBe(same);
	expect(hash(lessonPath, aLesson('Một.\n\nHai.'))).toBe(same);
	expect(hash('courses/khoa/lessons/09-cho-khac.md', text)).toBe(same);
	expect(hash(lessonPath, aLesson('Một.\n\nHai!'))).not.toBe(same);
});
