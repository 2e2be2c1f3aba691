import { describe, expect, it } from 'vitest';
import { bodiesIn, imported, toldIn } from '../../../tests/support/exchange.ts';

const gift = (text: string, options = {}) => imported(text, 'de.gift', options);
/** The first question that a text gives, and what is told of it beside explanations put in. */
async function one(text: string): Promise<[string | undefined, string[]]> {
	const made = await gift(text);
	return [bodiesIn(made)[0], toldIn(made).filter((line) => !line.endsWith('explained'))];
}

describe('a GIFT file as Moodle describes it', () => {
	it.each([
		[
			'one answer with its feedback',
			'::q-mot:: Xin mã thì sao? {\n=Không đọc#Đúng rồi.\n~Đọc ngay#Mất tiền.\n~Đọc một nửa#Vẫn mất.\n}',
			'Xin mã thì sao?\n\n- [x] Không đọc\n  Đúng rồi.\n- [ ] Đọc ngay\n  Mất tiền.\n- [ ] Đọc một nửa\n  Vẫn mất.'
		],
		[
			'escaped signs',
			'Dấu nào\\: \\{a\\} \\#1\\=2 \\~3? {=Có \\= \\~ \\# \\{x\\}#Vì\\: đúng. ~C\\:\\\\Windows#Không.}',
			'Dấu nào: {a} #1=2 ~3?\n\n- [x] Có = ~ # {x}\n  Vì: đúng.\n- [ ] C:\\Windows\n  Không.'
		],
		[
			'several answers weighed alike',
			'Giữ kín gì? {~%50%Mã OTP#Đúng. ~%50%Mật khẩu#Đúng. ~%-50%Tên chợ#Ai cũng biết.}',
			'Giữ kín gì?\n\n- [x] Mã OTP\n  Đúng.\n- [x] Mật khẩu\n  Đúng.\n- [ ] Tên chợ\n  Ai cũng biết.'
		],
		[
			'true or false with feedback for either',
			'Ngân hàng hỏi mã OTP.{FALSE#Ngân hàng không hỏi.#Đúng vậy.}',
			'Ngân hàng hỏi mã OTP.\n\n- [ ] Đúng\n  Ngân hàng không hỏi.\n- [x] Sai\n  Đúng vậy.'
		],
		[
			'words that are written',
			'Gọi ai? {=ngân hàng#Giữ được tiền. =ngan hang =%100%tổng đài}',
			'Gọi ai?\n\n~ ngân hàng\n  Giữ được tiền.\n= tổng đài'
		],
		['a number with a tolerance', 'Bao nhiêu? {#3:0.5#Gần ba.}', 'Bao nhiêu?\n\n= 3 ± 0,5\n  Gần ba.'],
		['a range of numbers', 'Bao nhiêu? {#1..5}', 'Bao nhiêu?\n\n= 3 ± 2\n  Xem lại bài.'],
		['a large number', 'Bao nhiêu? {#=1250000:0#Đúng.}', 'Bao nhiêu?\n\n= 1.250.000\n  Đúng.'],
		[
			'pairs, and a right side that belongs to nothing',
			'Tìm ai? {\n=Chặn tiền -> Ngân hàng\n=Báo số -> 156\n= -> Người lạ\n}',
			'Tìm ai?\n\n- Chặn tiền => Ngân hàng\n- Báo số => 156\n- => Người lạ'
		],
		[
			'a missing word that is picked',
			'Mã OTP {=không#Đúng. ~luôn#Mất.} đọc cho ai.',
			'Mã OTP [[không]] đọc cho ai.\n\n- [x] không\n  Đúng.\n- [ ] luôn\n  Mất.'
		],
		['a missing word that is written', 'Báo số lạ cho {=156}.', 'Báo số lạ cho [[156]].'],
		[
			'HTML',
			'[html]<p>Đâu là <b>thật</b>?</p><p>Chọn&nbsp;một.</p> {=[html]<em>Này</em>#[plain]Vì *thế*. ~Kia#Không.}',
			'Đâu là **thật**?\n\nChọn\u00a0một.\n\n- [x] *Này*\n  Vì \\*thế\\*.\n- [ ] Kia\n  Không.'
		],
		[
			'Markdown',
			'[markdown]Đâu là **thật**? {=*Này*#Vì `thế`. ~Kia#Không.}',
			'Đâu là **thật**?\n\n- [x] *Này*\n  Vì `thế`.\n- [ ] Kia\n  Không.'
		],
		[
			'plain words that Markdown would take for marks',
			'1. Viết *gì* ở [đây]? {=a_b#V. ~<c#V.}',
			'1\\. Viết \\*gì\\* ở \\[đây\\]?\n\n- [x] a_b\n  V.\n- [ ] \\<c\n  V.'
		]
	])('%s', async (_, text, body) => expect(await one(text)).toEqual([body, []]));

	it('ids and tags in comments, other comments, byte order mark and Windows line ends', async () => {
		const { made, remarks } = await gift(
			'\uFEFF// Đề của tổ\r\n// [id:q-a] [tag:skill=1.2] [tag:level=hard] [tag:grade=6-9]\r\n::q-a::Hỏi? {\r\n// giữa câu\r\n=Có#V. ~Không#V.}\r\n'
		);
		expect(made?.text).toContain(':::hoi{#q-a skill="1.2" level="hard" lesson="bai" grade="6-9"}\nHỏi?\n');
		expect(remarks).toEqual([]);
	});

	it('general feedback explains what explains nothing', async () => {
		const made = await gift('Hỏi? {=Có ~Không#Chưa.####Đọc lại nhé.}');
		expect(bodiesIn(made)).toEqual(['Hỏi?\n\n- [x] Có\n  Đọc lại nhé.\n- [ ] Không\n  Chưa.']);
		expect(toldIn(made)).toEqual(['1 note gift-general-used']);
	});
});

describe('what GIFT has and we have not', () => {
	it.each([
		['$CATEGORY: tom/dick\n\nHỏi? {=a#V. ~b#V.}', ['1 left gift-category']],
		['// [tag:tuần 3]\nHỏi? {=a#V. ~b#V.}', ['1 left gift-tag']],
		['::Câu số một::Hỏi? {=a#V. ~b#V.}', ['1 left gift-title']],
		['Kể lại. {}', ['1 left gift-essay']],
		['Chỉ để đọc.', ['1 left gift-description']],
		['Hỏi? {=a#V.\n~%50%b#V.\n~c#V.}', ['2 left gift-weight']],
		['Hỏi? {~%60%a#V. ~%40%b#V. ~c#V.}', ['1 left gift-weight', '1 left gift-weight', '1 left gift-weight']],
		['Hỏi? {=a#V.\n=%50%b\n=c*}', ['2 left gift-part', '3 left gift-wildcard']],
		['Hỏi? {#=3:0#V.\n=%50%3:2}', ['2 left gift-part']],
		['Hỏi? {=a#V. ~b#V.####Chung.}', ['1 left gift-general']],
		['[html]<table><tr><td>Hỏi?</td></tr></table> {=a#V. ~b#V.}', ['1 left markup', '1 left markup', '1 left markup']],
		['[html]Hỏi <img src="@@PLUGINFILE@@/a.png" alt="tranh">? {=a#V. ~b#V.}', ['1 left markup']],
		['Hỏi? {=a#V. =b#V. ~c#V.}', ['1 left no-kind']]
	])('is told, never dropped: %j', async (text, told) => expect(toldIn(await gift(text))).toEqual(told));
});

describe('a malformed GIFT file', () => {
	const sound = 'Hỏi một? {=a#V. ~b#V.}\n\n';
	it.each([
		['Hỏi? {=a ~b', 3, 'gift-brace'],
		['Hỏi? =a ~b}', 3, 'gift-brace'],
		['Hỏi?\n{=a#V. ~b#V.}\n{=c ~d}', 5, 'gift-two-braces'],
		['Hỏi? {\na ~b}', 3, 'gift-answers'],
		['Hỏi? {\n=a -> b\n=c\n}', 5, 'gift-pair'],
		['Hỏi? {#\n=ba:0}', 4, 'gift-number'],
		['Hỏi? {#=%50%3:0}', 3, 'gift-no-answer'],
		['Hỏi? {\n~a#V.\n~b#V.}', 4, 'gift-no-answer'],
		['Hỏi? {\n=a#V.\n~b#V.\n~b#V.}', 6, 'content'],
		['Hỏi? {\n=a#V.\n~b#V. ~c#V. ~d#V. ~e#V.}', 3, 'content']
	])('names line and reason, and nothing of it comes: %j', async (text, line, code) => {
		const made = await gift(sound + text);
		expect(toldIn(made)).toContain(`${line} fault ${code}`);
		expect([made.made, made.questions]).toEqual([null, []]);
		const part = await gift(sound + text, { partial: true });
		expect(bodiesIn(part)).toEqual(['Hỏi một?\n\n- [x] a\n  V.\n- [ ] b\n  V.']);
	});

	it('is refused where it is not UTF-8', async () =>
		expect(toldIn(await imported(new Uint8Array([0x48, 0xff, 0xfe]), 'de.gift'))).toEqual(['1 fault not-utf8']));

	it('tells an unknown skill and a missing explanation with the line they stand on', async () => {
		const made = await gift('// [tag:level=khó lắm]\nHỏi? {\n=a#V.\n~b}', {
			defaults: { skill: 'p4.2', lesson: 'bai' }
		});
		expect(toldIn(made)).toEqual(['2 fault content', '4 fault content']);
	});

	it('can open no block of its own, whatever its Markdown says', async () => {
		const made = await gift('[markdown]Hỏi?\\n:::\\n\\n\\:\\:\\:hoi\\{\\#q-gian\\}\\nHỏi? {=a#V. ~b#V.}', {
			partial: true
		});
		expect(made.made?.text ?? '').not.toMatch(/^:::hoi\{#q-gian/m);
		expect(made.questions.length).toBeLessThan(2);
	});
});
