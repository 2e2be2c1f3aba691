import { describe, expect, it } from 'vitest';
import { giveRole, good, someone } from '../support/classes.ts';
import { canary, everyKind, everyPath } from '../support/every-kind.ts';
import { writeDown } from '../support/helped.ts';
import { aPaper, keyOf, sheetsOf, typeIn } from '../support/papers.ts';

describe('who may print', () => {
	it('those who supervise at the place, and nobody else', async () => {
		const { app, helper, neighbour, paper, villages } = await aPaper();
		const body = { testId: 'cuoi', placeId: villages[0] };
		const learner = await someone(app, { name: 'Vũ Thị Lan' });
		const outside = await neighbour.call('POST', '/papers', body);
		expect([outside.status, outside.body.fields[0].field]).toEqual([403, 'placeId']);
		const paths = ['', '/sheets', '/key'].map((what) => `/papers/${paper.id}${what}`);
		for (const path of paths) {
			expect([path, (await neighbour.call('GET', path)).status]).toEqual([path, 404]);
			expect([path, (await learner.call('GET', path)).status]).toEqual([path, 403]);
			expect([path, (await app.aPhone().call('GET', path)).status]).toEqual([path, 401]);
			expect([path, (await helper.call('GET', path)).status]).toEqual([path, 200]);
		}
		expect((await typeIn(neighbour, paper, { answers: [] })).status).toBe(404);
		expect(good(await neighbour.call('GET', '/papers')).papers).toEqual([]);
		expect(good(await neighbour.call('GET', `/papers?code=${paper.codes[0]}`)).papers).toEqual([]);
		expect((await learner.call('POST', '/papers', body)).status).toBe(403);
		expect((await helper.call('POST', '/papers', { ...body, courseId: 'thu' })).body.code).toBe('papers.one-of-two');
		expect((await helper.call('POST', '/papers', { ...body, testId: 'khong-co' })).status).toBe(404);
	});

	it('type in for somebody on her list: those whose list that is', async () => {
		const { neighbour, elsewhere, ...all } = await aPaper();
		const { id: helpedId } = await writeDown({ ...all, neighbour, elsewhere });
		const theirs = good(await neighbour.call('POST', '/papers', { testId: 'cuoi', placeId: elsewhere }));
		const { status, body } = await typeIn(neighbour, theirs, { answers: [], helpedId, name: undefined });
		expect([status, body.code]).toEqual([400, 'papers.no-such-person']);
	});
});

describe('the key of a paper', () => {
	it('comes by its own route and no other, for those who supervise there and nobody else', async () => {
		const { app, helper, neighbour, paper, ...all } = await aPaper({ courseId: 'thu' }, everyKind());
		const learner = await someone(app, { name: 'Vũ Thị Lan' });
		const editor = await someone(app, { name: 'Đỗ Thị Biên' });
		await giveRole({ app, ...all }, editor, { role: 'editor', placeId: all.commune });
		const ids = [paper.id, paper.codes[0] ?? '', paper.codes[0]?.replace('-', '') ?? ''];
		const paths = new Set(ids.flatMap((id) => everyPath(app, id)));
		expect(paths).toContain(`/papers/${paper.id}/key`);
		const told: string[] = [];
		for (const phone of [app.aPhone(), learner, neighbour, editor, helper])
			for (const path of paths) {
				const own = phone === helper && path === `/papers/${paper.id}/key`;
				const text = (await phone.call('GET', path)).raw.toString();
				if (own) expect(text).toContain(canary);
				else if ([canary, '"right"', '"solution"', '"correct":true'].some((part) => text.includes(part)))
					told.push(path);
			}
		expect(told).toEqual([]);
	});

	it('is looked at and sheets are printed with an entry in the trail, without names', async () => {
		const { root, helper, paper } = await aPaper();
		await sheetsOf(helper, paper);
		await keyOf(helper, paper);
		const { sheets } = good(await typeIn(helper, paper, { answers: [], name: 'Bà Năm' }));
		const body = { attemptId: sheets[0].attemptId, reason: 'Nhập nhầm tờ' };
		for (let i = 0; i < 2; i++) good(await helper.call('POST', `/papers/${paper.id}/voids`, body));
		const seen = await root.call('GET', '/audit');
		const acts = seen.body.entries.map(({ action }: { action: string }) => action);
		expect(acts.filter((each: string) => each.startsWith('assess.')).reverse()).toEqual([
			'assess.paper-made',
			'assess.paper-printed',
			'assess.paper-key-viewed',
			'assess.paper-typed-in',
			'assess.paper-sheet-voided'
		]);
		expect(seen.raw.toString()).not.toMatch(/Bà Năm|nhầm tờ/);
	});
});
