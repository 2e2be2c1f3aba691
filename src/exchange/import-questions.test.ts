import { describe, expect, it } from 'vitest';
import { aSource } from '../../tests/support/a-source.ts';
import { bodiesIn, imported, toldIn } from '../../tests/support/exchange.ts';

const question = (head: string, right = 'Tắt máy') => `${head}Nên làm gì? {=${right}#Đúng. ~Đọc mã#Chưa.}\n\n`;
const idsIn = ({ questions }: { questions: readonly { id: string }[] }) => questions.map(({ id }) => id);
/** The bank with one more file in it. */
const withFile = (text: string) => aSource({ 'framework.json': null, 'courses/khoa/questions/cu.md': text });

describe('a question that comes without an id', () => {
	it('gets one made of what it says, the same each time and another for other words', async () => {
		const [first = '', second = ''] = idsIn(await imported(question('') + question('', 'Gọi con'), 'a.gift'));
		expect(first).toMatch(/^q-khoa-[0-9a-f]{12}$/);
		expect(second).not.toBe(first);
		expect(idsIn(await imported(question('', 'Gọi con') + question(''), 'khac.gift'))).toEqual([second, first]);
	});

	it('comes once, however often its file is imported', async () => {
		const { made } = await imported(question(''), 'a.gift');
		const again = await imported(question(''), 'a.gift', { source: withFile(made?.text ?? '') });
		expect([again.made, toldIn(again)]).toEqual([null, ['1 same same-there']]);
	});

	it('comes once where it stands twice', async () => {
		const made = await imported(question('') + question(''), 'a.gift');
		expect([idsIn(made).length, toldIn(made)]).toEqual([1, ['3 same same-here']]);
	});
});

describe('an id that came along', () => {
	it('is kept as far as it can be one of ours', async () => {
		const made = await imported(question('// [id:Câu số 1]\n'), 'a.gift');
		expect([idsIn(made), toldIn(made)]).toEqual([['cau-so-1'], ['2 note id-changed']]);
	});

	it('of another question is a conflict: that question stays, and nothing comes unless what is sound is asked for', async () => {
		const text = question('::q-1::') + question('::q-moi::');
		const made = await imported(text, 'a.gift');
		expect([made.made, toldIn(made)]).toEqual([null, ['1 conflict id-taken']]);
		expect(idsIn(await imported(text, 'a.gift', { partial: true }))).toEqual(['q-moi']);
	});

	it('that stands for two questions of one file is a conflict', async () => {
		const made = await imported(question('::q-a::') + question('::q-a::', 'Gọi con'), 'a.gift');
		expect([made.made, toldIn(made)]).toEqual([null, ['3 conflict id-twice']]);
	});
});

describe('the file that is made', () => {
	it('is called as nothing there is, and stands in the form of the bank', async () => {
		const made = await imported(question('::q-a::'), 'a.gift', {
			source: aSource({ 'framework.json': null, 'courses/khoa/questions/nhap.md': null }),
			name: 'tat ca'
		});
		expect(made.made?.path).toBe('courses/khoa/questions/tat-ca-2.md');
		expect(made.made?.text).toBe(
			'---\ncourse: khoa\npurpose: quiz\n---\n\n:::hoi{#q-a skill="p4.2" level="easy" lesson="bai"}\nNên làm gì?\n\n- [x] Tắt máy\n  Đúng.\n- [ ] Đọc mã\n  Chưa.\n:::\n'
		);
	});

	it('says of exam questions in the repository that everyone may read them', async () => {
		const made = await imported(question('::q-a::'), 'a.gift', {
			folder: 'courses/khoa/exam',
			purpose: 'exam',
			isPublic: true
		});
		expect(made.made?.text).toMatch(/^---\ncourse: khoa\npurpose: exam\npublic: true\n---/);
	});

	it('holds nothing where a question says another kind of thing than its words', async () => {
		const made = await imported('[markdown]Hỏi?\\n- [x] chen ngang {=a#V. ~b#V.}', 'a.gift');
		expect(made.made).toBeNull();
		expect(bodiesIn(made)).toEqual([]);
		expect(toldIn(made)).toContain('1 fault content');
	});
});

it.each(['de.doc', 'de', 'de.json'])('a file called %s is refused in words', async (name) =>
	expect(toldIn(await imported('x', name))).toEqual(['1 fault file-kind'])
);
