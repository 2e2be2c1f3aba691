import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCatalog } from '../../src/catalog/index.ts';
import { search } from '../../src/catalog/search/search.ts';
import { contentItems, searchTexts } from '../../src/catalog/tables.ts';
import { holdsWords, wantedQuery, withIndex, type WantedWords } from '../../src/platform/persistence/full-text.ts';
import { aHouse } from '../support/a-house.ts';
import { aLesson, aSource, lessonPath } from '../support/a-source.ts';

const secondPath = 'courses/khoa/lessons/02-dan.md';
const named = (id: string, title: string, body: string) =>
	aLesson(body).replace('id: bai', `id: ${id}`).replace('"Bài"', `"${title}"`).replaceAll('bai-1', `${id}-1`);

/** A house whose content a test may change, and the titles that a query finds in it. */
async function aLibrary(lessons: Record<string, string> = {}) {
	const folder = await mkdtemp(join(tmpdir(), 'bdhvs-content-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const write = async (path: string, text: string | Uint8Array) => {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	};
	const { texts, media } = aSource(lessons);
	for (const [path, text] of [...texts, ...media]) await write(path, text);
	const house = await aHouse({ CONTENT_DIR: folder });
	const catalog = createCatalog(house);
	await catalog.compile();
	const ask = (query: string, part: { lang?: 'vi' | 'en'; group?: string; placePath?: string; after?: string } = {}) =>
		search(house.store.read, catalog.release(), {
			query,
			lang: part.lang ?? 'vi',
			seeker: { group: part.group ?? null, placePath: part.placePath ?? null },
			after: part.after ?? null
		});
	const titles = async (...asked: Parameters<typeof ask>) =>
		(await ask(...asked)).hits.map((hit) => hit.title.map(({ text }) => text).join(''));
	const rows = () => house.store.read.select().from(searchTexts).orderBy(searchTexts.number);
	return { house, catalog, ask, titles, write, rows, remove: (path: string) => rm(join(folder, path)) };
}

describe('searching', () => {
	it('forgives missing marks and unfinished words', async () => {
		const { titles } = await aLibrary({ [secondPath]: named('dan', 'Học đàn bầu', 'Nghe thầy dạy.') });
		for (const query of ['dan bau', 'ĐÀN BẦU', 'đàn bầu', 'hoc dan b', 'bầu đàn'])
			expect(await titles(query), query).toEqual(['Học đàn bầu']);
	});

	it('finds the spelling that was typed first', async () => {
		const { titles } = await aLibrary({
			[lessonPath]: named('bai', 'Dân ca', 'Hát cùng nhau.'),
			[secondPath]: named('dan', 'Nhạc cụ', 'Có cây đàn cũ.')
		});
		expect((await titles('đàn'))[0]).toBe('Nhạc cụ');
		expect((await titles('dân'))[0]).toBe('Dân ca');
	});

	it('finds courses, programmes and words of the glossary too', async () => {
		const { ask } = await aLibrary();
		const kinds = async (query: string) => (await ask(query)).hits.map(({ kind, id }) => `${kind} ${id}`);
		expect(await kinds('khoa hoc')).toContain('course khoa');
		expect(await kinds('moi nha')).toContain('programme nguoi-dan');
		expect((await kinds('ma otp'))[0]).toBe('term otp');
	});

	it('finds nothing of questions', async () => {
		const { ask } = await aLibrary();
		expect((await ask('tat may')).hits).toEqual([]);
	});

	it('says honestly where nothing holds every word, and which are missing', async () => {
		const { ask } = await aLibrary({ [secondPath]: named('dan', 'Học đàn bầu', 'Nghe thầy dạy.') });
		const found = await ask('đàn bầu trời');
		expect(found).toMatchObject({ complete: false, hits: [{ id: 'dan', missing: ['trời'] }] });
		expect(await ask('zzzz')).toEqual({ total: 0, more: false, complete: true, hits: [], next: null });
		expect((await ask('"?*')).hits).toEqual([]);
		expect((await ask("dan' | ! & :* NEAR( title :")).complete).toBe(false);
	});

	it('gives pages that follow each other', async () => {
		const many = Array.from({ length: 23 }, (_, i) => [
			`courses/khoa/lessons/${10 + i}-x.md`,
			named(`lua-${10 + i}`, `Cấy lúa ${10 + i}`, 'Ra đồng.')
		]);
		const { ask } = await aLibrary(Object.fromEntries(many) as Record<string, string>);
		const first = await ask('cay lua');
		const second = await ask('cay lua', { after: first.next ?? '' });
		expect([first.total, first.hits.length, second.hits.length, second.next]).toEqual([23, 20, 3, null]);
		expect(new Set([...first.hits, ...second.hits].map(({ id }) => id)).size).toBe(23);
	});
});

describe('a word that is in more texts than are ranked', () => {
	const last = 'courses/khoa/lessons/999-x.md';
	const crowd = Object.fromEntries(
		Array.from({ length: 201 }, (_, i) => [
			`courses/khoa/lessons/${100 + i}-x.md`,
			named(`dong-${100 + i}`, `Ra đồng ${100 + i}`, 'Cây lua ngày mùa.')
		])
	);

	it.each([
		['in the title', named('cuoi', 'Chuyện lúa', 'Ra đồng.'), 'lua'],
		['spelt as typed', named('cuoi', 'Chuyện cuối', 'Gặt lúa.'), 'lúa'],
		['beside the other one', named('cuoi', 'Chuyện cuối', 'Mùa lua, ngày mùa lua.'), 'mua lua']
	])('is found first where it stands %s, wherever that text lies', async (_where, text, query) => {
		const { ask } = await aLibrary({ ...crowd, [last]: text });
		const found = await ask(query);
		expect(found).toMatchObject({ total: 200, more: true, complete: true });
		expect(found.hits[0]).toMatchObject({ id: 'cuoi' });
	});
});

describe('languages', () => {
	const words = (text: string) =>
		`---\nid: bai\ntitle: "Lesson"\nsummary: "Keep the code."\n---\n${text}\n\n:::hoi{#bai-1}\nWhat?\n\n- [ ] A\n  No.\n- [x] B\n  Yes.\n:::\n`;
	const english = lessonPath.replace('.md', '.en.md');

	it('are searched as they are shown: English where there is some, Vietnamese where nobody has translated yet', async () => {
		const { ask, titles } = await aLibrary({
			[lessonPath]: aLesson('Cây tre.'),
			[english]: words('Bamboo.'),
			[secondPath]: named('dan', 'Học đàn bầu', 'Nghe thầy dạy.')
		});
		expect(await titles('bamboo', { lang: 'en' })).toEqual(['Lesson']);
		expect(await titles('cay tre', { lang: 'en' })).toEqual([]);
		expect(await titles('cay tre')).toEqual(['Bài']);
		expect((await ask('bamboo')).total).toBe(0);
		expect((await ask('dan bau', { lang: 'en' })).hits).toMatchObject([{ id: 'dan', translated: false }]);
	});

	it('change when a translation comes', async () => {
		const { catalog, titles, write } = await aLibrary({ [lessonPath]: aLesson('Cây tre.') });
		expect(await titles('cay tre', { lang: 'en' })).toEqual(['Bài']);
		await write(english, words('Bamboo.'));
		await catalog.compile();
		expect(await titles('cay tre', { lang: 'en' })).toEqual([]);
		expect(await titles('bamboo', { lang: 'en' })).toEqual(['Lesson']);
	});
});

describe('the content of places', () => {
	it('comes first for whoever lives there and last for everyone else', async () => {
		const lessons = {
			[lessonPath]: named('bai', 'Chợ phiên một', 'Đi chợ.'),
			[secondPath]: named('dan', 'Chợ phiên hai', 'Đi chợ.')
		};
		const { house, catalog, titles } = await aLibrary(lessons);
		const hash = catalog.lesson('khoa', 'dan', 'vi')?.hash ?? '';
		await house.store.transact(async (tx) => {
			await tx.update(contentItems).set({ space: '/46/' }).where(eq(contentItems.hash, hash));
			await tx.delete(searchTexts);
		});
		await catalog.compile();
		expect(await titles('cho phien', { placePath: '/46/dong-sen/' })).toEqual(['Chợ phiên hai', 'Chợ phiên một']);
		expect(await titles('cho phien', { placePath: '/79/' })).toEqual(['Chợ phiên một', 'Chợ phiên hai']);
		expect(await titles('cho phien')).toEqual(['Chợ phiên một', 'Chợ phiên hai']);
	});
});

describe('what search looks in', () => {
	it('is written with the release, and not again when nothing changed', async () => {
		const { catalog, rows } = await aLibrary();
		const before = await rows();
		expect(before.length).toBeGreaterThan(3);
		await catalog.compile();
		expect(await rows()).toEqual(before);
	});

	it('is filled where the release was compiled before there was search', async () => {
		const { house, catalog, rows, titles } = await aLibrary();
		const before = await rows();
		await house.store.transact((tx) => tx.delete(searchTexts));
		expect(await titles('loi mo dau')).toEqual([]);
		expect(await catalog.compile()).toMatchObject({ changed: false });
		expect(await rows()).toEqual(before);
		expect(await titles('loi mo dau')).toEqual(['Bài']);
	});

	it('changes only for what changed, and is kept one release longer for those who still show the old one', async () => {
		const { house, catalog, rows, titles, write } = await aLibrary();
		const other = createCatalog(house);
		await other.load();
		const before = await rows();
		await write(lessonPath, aLesson('Con trâu đi trước.'));
		await catalog.compile();
		expect(await titles('con trau')).toEqual(['Bài']);
		expect(await titles('loi mo dau')).toEqual([]);
		const old = await search(house.store.read, other.release(), {
			...{ query: 'loi mo dau', lang: 'vi' as const, after: null },
			seeker: { group: null, placePath: null }
		});
		expect(old.hits).toMatchObject([{ id: 'bai' }]);
		const after = await rows();
		expect(after.length).toBe(before.length + 1);
		expect(after.filter((row) => row.retired)).toHaveLength(1);
		await write(lessonPath, aLesson('Cái cày theo sau.'));
		await catalog.compile();
		expect((await rows()).length).toBe(before.length + 1);
		// What comes back is found again.
		await write(lessonPath, aLesson('Con trâu đi trước.'));
		await catalog.compile();
		expect(await titles('con trau')).toEqual(['Bài']);
		expect(await titles('cai cay')).toEqual([]);
	});

	it('loses what left the folder', async () => {
		const { catalog, ask, remove } = await aLibrary({ [secondPath]: named('dan', 'Học đàn bầu', 'Nghe thầy dạy.') });
		await remove(secondPath);
		await catalog.compile();
		expect((await ask('dan bau')).hits.map(({ id }) => id)).not.toContain('dan');
	});
});

describe('the full-text index', () => {
	it('means the same in both databases', async () => {
		const { house } = await aLibrary({ [secondPath]: named('dan', 'Học đàn bầu', 'Nghe thầy dạy ở nhà.') });
		const holds = async (wanted: WantedWords) => {
			const query = { query: wantedQuery(wanted), inTitle: wanted.inTitle ?? false };
			return house.store.read.$count(withIndex(searchTexts.number), holdsWords(searchTexts.number, query));
		};
		const cases: [WantedWords, number][] = [
			[{ words: ['dan', 'thay'], begins: false }, 1],
			[{ words: ['dan', 'thay'], begins: false, inTitle: true }, 0],
			[{ words: ['bau', 'hoc'], begins: false, inTitle: true }, 1],
			[{ words: ['hoc', 'dan'], begins: false, together: true }, 1],
			[{ words: ['dan', 'hoc'], begins: false, together: true }, 0],
			[{ words: ['hoc', 'd'], begins: true, together: true }, 1],
			[{ words: ['hoc', 'd'], begins: false }, 0],
			[{ words: ['d9an2'], begins: false }, 1],
			[{ words: ['dan1'], begins: false }, 0]
		];
		for (const [wanted, count] of cases) expect([wanted, await holds(wanted)]).toEqual([wanted, count]);
	});
});
