import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { helpedLearners, learnerCards } from '../../src/community/tables.ts';
import { cardSessions, learners } from '../../src/identity/tables.ts';
import { places } from '../../src/places/tables.ts';
import { auditEntries } from '../../src/platform/tables.ts';
import { giveRole, good, neighbours, someone } from '../support/classes.ts';
import { baTu, earn, open, withCard, writeDown } from '../support/helped.ts';

const acts = async ({ house }: Awaited<ReturnType<typeof neighbours>>['app']) =>
	(await house.store.read.select().from(auditEntries)).map(({ action }) => action);

describe('writing a learner down who has no phone', () => {
	it('keeps who she is and who heard her agree, and tells once what stands on her card', async () => {
		const all = await withCard();
		expect(all.card).toMatchObject({
			learner: {
				name: baTu.name,
				birthYear: 1950,
				household: baTu.household,
				place: { name: 'Thôn Đông', ended: false }
			},
			code: expect.stringMatching(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/),
			pin: expect.stringMatching(/^\d{3} \d{3}$/),
			path: `/the/${all.card.code.replace('-', '')}`
		});
		const seen = good(await all.helper.call('GET', `/helped-learners/${all.card.id}`));
		expect(seen).toMatchObject({
			consent: { by: 'self', guardian: null, recordedBy: 'Lê Thị Hoa' },
			card: { lastUsedAt: null, locked: false }
		});
		expect(JSON.stringify(seen)).not.toContain(all.card.pin);
		expect((await acts(all.app)).slice(-2)).toEqual(['community.helped-made', 'community.helped-viewed']);
	});

	it('keeps neither code nor PIN in the clear, nor anything personal in the trail', async () => {
		const all = await withCard();
		const { store } = all.app.house;
		const kept = JSON.stringify([
			await store.read.select().from(learnerCards),
			await store.read.select().from(helpedLearners)
		]);
		for (const secret of [all.card.code, all.card.code.replace('-', ''), all.card.pin, all.card.pin.replace(' ', '')])
			expect(kept).not.toContain(secret);
		expect(JSON.stringify(await store.read.select().from(auditEntries))).not.toMatch(/Bùi|Tư|giếng|1950/);
	});

	it.each([
		[{ name: '' }, 'name'],
		[{ name: '<script>' }, 'name'],
		[{ birthYear: 0 }, 'birthYear'],
		[{ birthYear: 2025 }, 'birthYear'],
		[{ placeId: '' }, 'placeId'],
		[{ household: 'x'.repeat(61) }, 'household'],
		[{ consent: false }, 'consent'],
		[{ guardian: '12' }, 'guardian'],
		[{ guardian: baTu.name }, 'guardian']
	])('refuses %j and says which field is meant', async (part, field) => {
		const all = await neighbours();
		const typed = { ...baTu, placeId: all.villages[0], ...part };
		const answer = await all.helper.call('POST', '/helped-learners', typed);
		expect(answer).toMatchObject({ status: 400, body: { fields: [{ field }] } });
		expect(answer.body.fields[0].message).toMatch(/[.]$/);
		expect(await all.app.house.store.read.$count(learners)).toBe(3);
	});

	it('asks the guardian of whoever may be younger than 16, and writes down that it was the guardian', async () => {
		const all = await neighbours();
		const write = (part: object) =>
			all.helper.call('POST', '/helped-learners', { ...baTu, placeId: all.villages[0], ...part });
		for (const birthYear of [2010, 2016]) {
			const refused = await write({ birthYear });
			expect(refused).toMatchObject({ status: 400, body: { fields: [{ field: 'guardian' }] } });
		}
		expect((await write({ birthYear: 2009 })).status).toBe(201);
		const child = good(await write({ birthYear: 2012, guardian: 'Bùi Văn Ba' }));
		expect(good(await all.helper.call('GET', `/helped-learners/${child.learner.id}`)).consent).toMatchObject({
			by: 'guardian',
			guardian: 'Bùi Văn Ba'
		});
	});

	it('is for a village of one’s own that is still there', async () => {
		const all = await withCard();
		const at = (placeId: string) => all.helper.call('POST', '/helped-learners', { ...baTu, name: 'Bà Sáu', placeId });
		for (const placeId of [all.elsewhere, 'nowhere', 'mau'])
			expect(await at(placeId)).toMatchObject({ status: 403, body: { fields: [{ field: 'placeId' }] } });
		await all.app.house.store.transact(async (tx) => {
			await tx.update(places).set({ validTo: '2026-11-01' }).where(eq(places.id, all.villages[0]));
		});
		expect(await at(all.villages[0])).toMatchObject({ status: 400, body: { code: 'community.no-classes-there' } });
	});
});

describe('a village that was merged', () => {
	it('keeps its learners, whose helper is told and chooses the new one', async () => {
		const all = await withCard();
		await all.app.house.store.transact(async (tx) => {
			await tx.update(places).set({ validTo: '2026-11-01' }).where(eq(places.id, all.villages[0]));
		});
		const path = `/helped-learners/${all.card.id}`;
		expect(good(await all.helper.call('GET', path)).place).toMatchObject({ name: 'Thôn Đông', ended: true });
		const { consent, ...typed } = baTu;
		expect(consent).toBe(true);
		const household = 'nhà mới';
		good(await all.helper.call('PUT', path, { ...typed, household, placeId: all.villages[0] }));
		const moved = good(await all.helper.call('PUT', path, { ...typed, placeId: all.villages[1] }));
		expect(moved).toMatchObject({ place: { name: 'Thôn Tây', ended: false } });
		expect((await open(all.app.aPhone(), all.card)).status).toBe(200);
	});
});

describe('two people of one name and year', () => {
	it('are told apart by a word; without one the answer shows who is there', async () => {
		const all = await withCard();
		const again = (part: object = {}) =>
			all.helper.call('POST', '/helped-learners', { ...baTu, name: 'bui thi tu', placeId: all.villages[0], ...part });
		expect(await again()).toMatchObject({
			status: 409,
			body: {
				code: 'helped.exists',
				fields: [{ field: 'apart' }],
				people: [{ id: all.card.id, name: baTu.name, household: baTu.household }]
			}
		});
		expect((await again({ apart: 'xóm trên' })).status).toBe(201);
		expect((await again({ apart: 'XÓM  TRÊN' })).body.fields[0].message).toMatch(/chữ khác/);
		expect((await again({ placeId: all.villages[1] })).status).toBe(201);
		expect((await again({ birthYear: 1951 })).status).toBe(201);
		expect(await all.app.house.store.read.$count(helpedLearners)).toBe(4);
	});

	it('are one where two helpers write the same one down at the same moment', async () => {
		const all = await neighbours();
		const other = await someone(all.app, { name: 'Trần Thị Hai', placeId: all.commune });
		await giveRole(all, other, { role: 'helper', placeId: all.commune });
		const typed = { ...baTu, placeId: all.villages[0] };
		const answers = await Promise.all(
			[all.helper, other, all.helper].map((phone) => phone.call('POST', '/helped-learners', typed))
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
		expect(await all.app.house.store.read.$count(helpedLearners)).toBe(1);
	});
});

describe('helped learners', () => {
	it('are for those who look after the place: a neighbour neither sees nor changes nor cards anybody', async () => {
		const all = await withCard();
		const { consent, ...typed } = { ...baTu, placeId: all.villages[0] };
		expect(consent).toBe(true);
		const path = `/helped-learners/${all.card.id}`;
		const calls = [
			['GET', path, undefined],
			['PUT', path, typed],
			['POST', `${path}/card`, {}],
			['POST', `${path}/device`, {}],
			['DELETE', path, undefined],
			['GET', `/helped-learners?after=${all.card.id}`, undefined]
		] as const;
		const { store } = all.app.house;
		const kept = [await store.read.select().from(helpedLearners), await store.read.select().from(learnerCards)];
		const learner = await someone(all.app, { name: 'Bùi Thị Ánh', placeId: all.villages[0] });
		for (const [method, where, body] of calls) {
			expect((await all.neighbour.call(method, where, body)).body.code, where).toBe('helped.no-such-learner');
			expect((await learner.call(method, where, body)).status, where).toBe(403);
			expect((await all.app.aPhone().call(method, where, body)).status, where).toBe(401);
		}
		expect(good(await all.neighbour.call('GET', '/helped-learners')).learners).toEqual([]);
		expect([await store.read.select().from(helpedLearners), await store.read.select().from(learnerCards)]).toEqual(
			kept
		);
		expect(await store.read.$count(cardSessions)).toBe(0);
	});

	it('are found by name without marks, page by page, by given name; whoever leafs through sees names shortened', async () => {
		const all = await withCard();
		for (let i = 0; i < 51; i++) await writeDown(all, { name: 'Phạm Văn Ất', apart: `người thứ ${i}` });
		const first = good(await all.helper.call('GET', '/helped-learners'));
		expect(first.learners).toHaveLength(50);
		const second = good(await all.helper.call('GET', `/helped-learners?after=${first.next}`));
		expect(second).toMatchObject({ learners: [{ name: 'P. V. Ất' }, { name: 'B. T. Tư' }], next: null });
		const find = async (words: string) =>
			good(await all.helper.call('GET', `/helped-learners?query=${encodeURIComponent(words)}`)).learners;
		expect(await find('thi tu')).toMatchObject([{ id: all.card.id, name: 'B. T. Tư' }]);
		expect(await find('bui thi tu')).toMatchObject([{ id: all.card.id, name: baTu.name }]);
	});

	it('who take their consent back are deleted: name, card, open phones; what was learnt has no name', async () => {
		const all = await withCard();
		const phone = all.app.aPhone();
		good(await open(phone, all.card));
		const record = await earn(phone, all.app, baTu.name);
		good(await all.helper.call('DELETE', `/helped-learners/${all.card.id}`));
		const { store } = all.app.house;
		for (const table of [helpedLearners, learnerCards, cardSessions]) expect(await store.read.$count(table)).toBe(0);
		expect(good(await phone.call('GET', '/cards/here'))).toEqual({ open: null, cards: [] });
		expect((await phone.call('GET', `/records/${record.code}`)).status).toBe(401);
		expect((await open(all.app.aPhone(), all.card)).body.code).toBe('helped.wrong-card');
		expect(good(await all.app.aPhone().call('GET', `/verifications/${record.code}`)).status).toBe('valid');
		expect((await all.helper.call('DELETE', `/helped-learners/${all.card.id}`)).status).toBe(404);
		expect(await acts(all.app)).toContain('community.helped-removed');
	});
});
