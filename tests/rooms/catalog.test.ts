import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCatalog, findMedia, getItemByHash, withoutKey, type Catalog } from '../../src/catalog/index.ts';
import { mediaDirOf } from '../../src/catalog/media.ts';
import { contentItems, releases, searchTexts } from '../../src/catalog/tables.ts';
import { aHouse } from '../support/a-house.ts';
import { aLesson, aQuestion, aSource, lessonPath } from '../support/a-source.ts';

/** A house with a content folder of its own, which the test may change. */
async function aWritersHouse(settings: Record<string, string> = {}) {
	const folder = await mkdtemp(join(tmpdir(), 'bdhvs-content-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const write = async (path: string, text: string | Uint8Array) => {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	};
	const { texts, media } = aSource();
	for (const [path, text] of [...texts, ...media]) await write(path, text);
	const house = await aHouse({ CONTENT_DIR: folder, ...settings });
	const catalog = createCatalog(house);
	const rows = async () => ({
		items: (await house.store.read.select({ hash: contentItems.hash }).from(contentItems)).length,
		releases: (await house.store.read.select({ id: releases.id }).from(releases)).length
	});
	return { house, catalog, write, remove: (path: string) => rm(join(folder, path)), rows };
}

const lessonHash = (catalog: Catalog) => catalog.lesson('khoa', 'bai', 'vi')?.hash ?? '';

describe('compiling', () => {
	it('publishes the folder once, and writes nothing when nothing changed', async () => {
		const { catalog, rows } = await aWritersHouse();
		const first = await catalog.compile();
		expect(first).toMatchObject({ changed: true, faults: [], heldBack: [] });
		const before = await rows();
		expect(await catalog.compile()).toMatchObject({ changed: false, releaseId: first.releaseId });
		expect(await rows()).toEqual(before);
		expect(before).toEqual({ items: first.items, releases: 1 });
	});

	it('is left out where the same build did it before from the same files', async () => {
		const { house, catalog: atFirst, write } = await aWritersHouse();
		const texts = async () => (await house.store.read.select({ hash: searchTexts.itemHash }).from(searchTexts)).length;
		const start = (build: string) => createCatalog(house, build).compile();
		await write(lessonPath, aLesson('![Tranh](../../../media/tranh.svg)'));
		await atFirst.compile();
		const { releaseId, items } = await start('one');
		const [found, media] = [await texts(), await readdir(mediaDirOf(house.config))];
		const lose = () => house.store.transact(async (tx) => void (await tx.delete(searchTexts)));

		await lose(); // compiling would put them back
		expect(await start('one')).toEqual({ releaseId, items, changed: false, faults: [], heldBack: [] });
		expect(await texts()).toBe(0);
		expect(await start('another')).toMatchObject({ releaseId, changed: false });
		expect(await texts()).toBe(found);

		await rm(mediaDirOf(house.config), { recursive: true });
		await start('another');
		expect(await readdir(mediaDirOf(house.config))).toEqual(media);
		expect(media).toHaveLength(1);

		await write(lessonPath, aLesson('Lời mở đầu khác.'));
		expect(await start('another')).toMatchObject({ changed: true });
		await write(lessonPath, 'không phải bài học');
		for (let time = 0; time < 2; time++) expect((await start('another')).faults).not.toEqual([]);
	});

	it('keeps every version that was ever published', async () => {
		const { house, catalog, write } = await aWritersHouse();
		await catalog.compile();
		const before = lessonHash(catalog);
		const question = catalog.checkQuestion('bai-1', 'vi')?.hash ?? '';
		await write(lessonPath, aLesson('Lời mở đầu mới.').replace('Tắt máy', 'Tắt máy ngay'));
		expect(await catalog.compile()).toMatchObject({ changed: true });
		expect(lessonHash(catalog)).not.toBe(before);
		expect(catalog.lesson('khoa', 'bai', 'vi')?.parts[0]).toEqual({ kind: 'html', html: '<p>Lời mở đầu mới.</p>' });
		const old = await getItemByHash(house.store.read, before);
		expect(old).toMatchObject({ kind: 'lesson', id: 'bai', compiled: { parts: [{ html: '<p>Lời mở đầu.</p>' }, {}] } });
		expect(catalog.questionByHash(question, 'vi')).toBeNull();
		const asked = await catalog.findQuestion(house.store.read, question, 'vi');
		expect(asked?.options.map((option) => option.text)).toEqual(['Đọc mã', 'Tắt máy']);
		expect(catalog.checkQuestion('bai-1', 'vi')?.options[1]?.text).toBe('Tắt máy ngay');
	});

	it('takes a removed lesson out of the release but not out of the database', async () => {
		const { house, catalog, write, remove } = await aWritersHouse();
		const second = aLesson('Hai.').replace('id: bai', 'id: hai').replace('#bai-1', '#hai-1');
		await write('courses/khoa/lessons/02-hai.md', second);
		await catalog.compile();
		expect(catalog.lessonIds('khoa')).toEqual(['bai', 'hai']);
		const hash = catalog.lesson('khoa', 'hai', 'vi')?.hash ?? '';
		await remove('courses/khoa/lessons/02-hai.md');
		await catalog.compile();
		expect(catalog.lessonIds('khoa')).toEqual(['bai']);
		expect(catalog.lesson('khoa', 'hai', 'vi')).toBeNull();
		expect(catalog.checkQuestion('hai-1', 'vi')).toBeNull();
		expect(await getItemByHash(house.store.read, hash)).toMatchObject({ id: 'hai' });
	});

	it('changes nothing when a file moves', async () => {
		const { catalog, write, remove, rows } = await aWritersHouse();
		const first = await catalog.compile();
		const before = await rows();
		await remove(lessonPath);
		await write('courses/khoa/lessons/05-cho-khac.md', aLesson('Lời mở đầu.'));
		expect(await catalog.compile()).toMatchObject({ changed: false, releaseId: first.releaseId });
		expect(await rows()).toEqual(before);
		// The new place is remembered: a fault in the moved file keeps its last good version.
		await write('courses/khoa/lessons/05-cho-khac.md', 'hỏng');
		await catalog.compile();
		expect(catalog.lesson('khoa', 'bai', 'vi')?.parts[0]).toEqual({ kind: 'html', html: '<p>Lời mở đầu.</p>' });
	});

	it('publishes what it published before when the content goes back', async () => {
		const { catalog, write, rows } = await aWritersHouse();
		await catalog.compile();
		const hash = catalog.release().hash;
		await write(lessonPath, aLesson('Khác.'));
		await catalog.compile();
		await write(lessonPath, aLesson('Lời mở đầu.'));
		await catalog.compile();
		expect(catalog.release().hash).toBe(hash);
		expect((await rows()).releases).toBe(3);
	});
});

describe('a file with faults', () => {
	const broken: [string, string | Uint8Array][] = [
		['no declarations', 'Chào.'],
		['broken YAML', aLesson('Một.').replace('title: "Bài"', 'title: "Bài')],
		['a missing picture', aLesson('![Tranh](khong-co.svg)')],
		['a question without right answer', aLesson('Một.').replace('[x]', '[ ]')],
		['bytes that are not UTF-8', Uint8Array.from([0xff, 0xfe, 0x41])],
		['nothing at all', '']
	];
	it.each(broken)('keeps its last good version: %s', async (_, text) => {
		const { catalog, write } = await aWritersHouse();
		await catalog.compile();
		const before = catalog.lesson('khoa', 'bai', 'vi');
		await write(lessonPath, text);
		const report = await catalog.compile();
		expect(report.heldBack).toEqual([lessonPath]);
		expect(report.faults.length).toBeGreaterThan(0);
		expect(catalog.lesson('khoa', 'bai', 'vi')).toEqual(before);
		expect(catalog.checkQuestions('bai', 'vi')).toHaveLength(1);
		expect(catalog.quizQuestions('khoa', 'vi')).toHaveLength(2);
	});

	it('is left out where there is no good version, and the rest works', async () => {
		const { catalog, write } = await aWritersHouse();
		await write('courses/khoa/lessons/02-hong.md', '---\nid: hong\n---\nMột.');
		await write('courses/khoa/lessons/03-hong.md', 'Chưa khai báo gì.');
		await write(lessonPath, aLesson('Xem [bài hỏng](bai:hong), [bài kia](bai:kia).'));
		const report = await catalog.compile();
		expect(report.heldBack).toEqual(['courses/khoa/lessons/02-hong.md', 'courses/khoa/lessons/03-hong.md']);
		expect(catalog.lesson('khoa', 'bai', 'vi')?.parts[0]).toMatchObject({
			html: expect.stringContaining('</a>, bài kia.') as string
		});
		expect(catalog.lessonIds('khoa')).toEqual(['bai']);
		expect(catalog.course('khoa', 'vi')?.lessons).toHaveLength(1);
	});

	it('takes nothing else with it: the course around it, the quiz that names it', async () => {
		const { catalog, write } = await aWritersHouse();
		await catalog.compile();
		await write('courses/khoa/course.md', 'hỏng');
		await write(
			'courses/khoa/questions/tat-ca.md',
			`---\ncourse: khoa\npurpose: quiz\n---\n${aQuestion('q-9', ' lesson="bai"')}`
		);
		await write(lessonPath, aLesson('Mới.'));
		expect((await catalog.compile()).heldBack).toEqual(['courses/khoa/course.md']);
		expect(catalog.course('khoa', 'vi')?.lessons).toHaveLength(1);
		expect(catalog.lesson('khoa', 'bai', 'vi')?.parts[0]).toMatchObject({ html: '<p>Mới.</p>' });
		expect(catalog.quizQuestions('khoa', 'vi').map((question) => question.id)).toEqual(['q-9']);
	});

	it('is published all the same when a sentence is a little long', async () => {
		const { catalog, write } = await aWritersHouse();
		await write(lessonPath, aLesson(`${'dài '.repeat(40)}.`));
		const report = await catalog.compile();
		expect(report).toMatchObject({ heldBack: [], faults: [{ code: 'long-sentence' }] });
		expect(catalog.lesson('khoa', 'bai', 'vi')?.words).toBe(40);
	});

	it('keeps the pictures of its last good version', async () => {
		const { house, catalog, write, remove } = await aWritersHouse();
		await write(lessonPath, aLesson('![Tranh](../../../media/tranh.svg)'));
		await catalog.compile();
		const name = [...catalog.release().media.keys()][0] ?? '';
		await remove('media/tranh.svg');
		await catalog.compile();
		const media = findMedia(catalog, name);
		expect(media?.type).toBe('image/svg+xml');
		expect(await readFile(media?.path ?? '', 'utf8')).toContain('<svg');
		expect(media?.path.startsWith(house.config.dataDir)).toBe(true);
	});
});

describe('media', () => {
	it('resolves only the names it gave', async () => {
		const { catalog, write } = await aWritersHouse();
		await write(lessonPath, aLesson('![Tranh](../../../media/tranh.svg)'));
		await catalog.compile();
		const [name] = catalog.release().media.keys();
		expect(existsSync(findMedia(catalog, name ?? '')?.path ?? '')).toBe(true);
		for (const wrong of ['', '.', '..', 'tranh.svg', '../hoc.sqlite', `../media/${name}`, `${name}/`, 'constructor']) {
			expect(findMedia(catalog, wrong)).toBeNull();
		}
	});
});

describe('languages', () => {
	const english = lessonPath.replace('.md', '.en.md');
	const words =
		'---\nid: bai\ntitle: "Lesson"\nsummary: "Keep the code."\n---\nHello.\n\n:::hoi{#bai-1}\nWhat to do?\n\n- [ ] Read it\n  No.\n- [x] Hang up\n  Yes.\n:::\n';

	it('falls back to Vietnamese, says so, and keeps links in the language of the page', async () => {
		const { catalog, write } = await aWritersHouse();
		await write(lessonPath, aLesson('Xem [từ điển](tu-dien:otp).'));
		await catalog.compile();
		const lesson = catalog.lesson('khoa', 'bai', 'en');
		expect(lesson).toMatchObject({ translated: false, title: 'Bài' });
		expect(lesson?.parts[0]).toMatchObject({ html: '<p>Xem <a href="/en/tu-dien#otp">từ điển</a>.</p>' });
		expect(catalog.course('khoa', 'en')).toMatchObject({ translated: false, lessons: [{ translated: false }] });
		expect(catalog.checkQuestion('bai-1', 'en')).toMatchObject({ translated: false, lang: 'vi', stem: 'Nên làm gì?' });
		expect(catalog.glossary('en')).toMatchObject({ translated: false, terms: [{ id: 'otp', translated: false }] });
	});

	it('shows a translation where there is one; the Vietnamese version stays the one that counts', async () => {
		const { house, catalog, write } = await aWritersHouse();
		await write(english, words);
		await catalog.compile();
		const lesson = catalog.lesson('khoa', 'bai', 'en');
		expect(lesson).toMatchObject({ translated: true, title: 'Lesson', minutes: 5, words: 3 });
		expect(lesson?.hash).toBe(catalog.lesson('khoa', 'bai', 'vi')?.hash);
		const question = catalog.checkQuestion('bai-1', 'en');
		expect(question).toMatchObject({
			translated: true,
			stem: 'What to do?',
			skill: 'p4.2',
			hash: catalog.checkQuestion('bai-1', 'vi')?.hash
		});
		// An older version still finds the translation that was published beside it.
		await write(lessonPath, aLesson('Mới.').replace('Nên làm gì?', 'Làm gì trước?'));
		await catalog.compile();
		expect(await catalog.findQuestion(house.store.read, question?.hash ?? '', 'en')).toMatchObject({
			stem: 'What to do?',
			translated: true
		});
		expect(await catalog.findQuestion(house.store.read, question?.hash ?? '', 'vi')).toMatchObject({
			stem: 'Nên làm gì?'
		});
	});

	it('holds a translation back together with its original', async () => {
		const { catalog, write } = await aWritersHouse();
		await write(english, words);
		await catalog.compile();
		await write(lessonPath, aLesson('![](../../../media/tranh.svg)').replace('#bai-1', '#bai-2'));
		await write(english, words.replace('#bai-1', '#bai-2'));
		const report = await catalog.compile();
		expect(report.heldBack).toEqual([english, lessonPath]);
		expect(catalog.checkQuestion('bai-1', 'en')?.stem).toBe('What to do?');
		expect(catalog.checkQuestion('bai-2', 'en')).toBeNull();
	});
});

describe('questions', () => {
	it('are each for one purpose only', async () => {
		const { catalog, write } = await aWritersHouse();
		await write(lessonPath, aLesson(`Một.\n\n${aQuestion('du', '', 'hoi-them')}`));
		await write(
			'courses/khoa/exam/mau.md',
			`---\ncourse: khoa\npurpose: exam\npublic: true\n---\n${aQuestion('thi-1')}`
		);
		await catalog.compile();
		const ids = (questions: { id: string }[]) => questions.map((question) => question.id);
		expect(ids(catalog.checkQuestions('bai', 'vi'))).toEqual(['bai-1']);
		expect(ids(catalog.reserveQuestions('bai', 'vi'))).toEqual(['du']);
		expect(ids(catalog.quizQuestions('khoa', 'vi'))).toEqual(['q-1', 'q-2']);
		expect(ids(catalog.examQuestions('khoa', 'vi'))).toEqual(['thi-1']);
		expect(catalog.checkQuestion('q-1', 'vi')).toBeNull();
		expect(catalog.checkQuestion('du', 'vi')?.reserve).toBe(true);
		expect(catalog.quizQuestions('khoa', 'vi')[0]).toMatchObject({
			lessonId: 'bai',
			skill: 'p4.2',
			level: 'easy',
			purpose: 'quiz'
		});
	});

	it('lose their key on the way out', async () => {
		const { catalog } = await aWritersHouse();
		await catalog.compile();
		const [question] = catalog.quizQuestions('khoa', 'vi');
		expect(question && withoutKey(question)).toEqual({
			id: 'q-1',
			stem: 'Nên làm gì?',
			multiple: false,
			options: [
				{ id: 'a', text: 'Đọc mã' },
				{ id: 'b', text: 'Tắt máy' }
			]
		});
	});

	it('of an exam may come from outside the repository', async () => {
		const bank = await mkdtemp(join(tmpdir(), 'bdhvs-bank-'));
		onTestFinished(() => rm(bank, { recursive: true, force: true }));
		await writeFile(join(bank, 'kin.md'), `---\ncourse: khoa\npurpose: exam\n---\n${aQuestion('kin-1')}`);
		const { catalog } = await aWritersHouse({ EXAM_BANK_DIR: bank });
		expect(await catalog.compile()).toMatchObject({ faults: [] });
		expect(catalog.examQuestions('khoa', 'vi')).toMatchObject([{ id: 'kin-1', public: false }]);
	});
});

describe('the memory', () => {
	it('refuses before anything is published', async () => {
		const { catalog } = await aWritersHouse();
		await catalog.load();
		expect(() => catalog.programmes('vi')).toThrow('catalog.no-content');
	});

	it('takes up what another process published', async () => {
		const { house, catalog, write } = await aWritersHouse();
		await catalog.compile();
		const other = createCatalog(house);
		await other.load();
		expect(other.release().id).toBe(catalog.release().id);
		await write(lessonPath, aLesson('Mới.'));
		await catalog.compile();
		expect(other.lesson('khoa', 'bai', 'vi')?.parts[0]).toMatchObject({ html: '<p>Lời mở đầu.</p>' });
		await other.load();
		expect(other.lesson('khoa', 'bai', 'vi')?.parts[0]).toMatchObject({ html: '<p>Mới.</p>' });
	});

	it('compiles the same from two processes at once', async () => {
		const { house, catalog, rows } = await aWritersHouse();
		const other = createCatalog(house);
		const [first, second] = await Promise.all([catalog.compile(), other.compile()]);
		expect(second.releaseId).toBe(first.releaseId);
		expect((await rows()).releases).toBe(1);
	});

	it('answers for what does not exist with nothing', async () => {
		const { house, catalog } = await aWritersHouse();
		await catalog.compile();
		expect(catalog.course('khong', 'vi')).toBeNull();
		expect(catalog.programme('khong', 'vi')).toBeNull();
		expect(catalog.lesson('khoa', 'khong', 'vi')).toBeNull();
		expect(catalog.lesson('khong', 'bai', 'vi')).toBeNull();
		expect(catalog.lessonIds('khong')).toEqual([]);
		expect(catalog.skill('p9.9', 'vi')).toBeNull();
		expect(catalog.questionByHash('khong', 'vi')).toBeNull();
		expect(await catalog.findQuestion(house.store.read, 'khong', 'vi')).toBeNull();
		expect(await catalog.findQuestion(house.store.read, lessonHash(catalog), 'vi')).toBeNull();
	});

	it('holds the rules as data', async () => {
		const { catalog } = await aWritersHouse();
		await catalog.compile();
		expect(catalog.rules()).toEqual({
			plausible: { wordsPerMinute: 400, secondsPerQuestion: 3, shareOfLesson: 0.5 },
			extraQuestions: 2,
			quiz: { officialPassPercent: null, defaultPassPercent: 80, defaultQuestions: 10, bankFactor: 2 },
			review: { questions: 6, secondsPerQuestion: 20, retireAfterDays: 90 }
		});
	});
});
