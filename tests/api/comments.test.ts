import { describe, expect, it } from 'vitest';
import { assignData, giveOut } from '../../src/assign/index.ts';
import { comments } from '../../src/assign/tables.ts';
import { anOffice, draft, type Office } from '../support/assignments.ts';
import { good, someone } from '../support/classes.ts';
import { officer } from '../support/organisations.ts';

interface Overseen extends Office {
	overseer: Office['officer'];
}

async function overseen(): Promise<Overseen> {
	const all = await anOffice();
	return { ...all, overseer: await officer(all, 'overseer', all.commune) };
}

const say = (phone: Office['officer'], body: object) => phone.call('POST', '/comments', body);
const reply = (phone: Office['officer'], id: string, text: string) =>
	phone.call('POST', `/comments/${id}/replies`, { text });
const threads = async (phone: Office['officer'], query = '') =>
	good(await phone.call('GET', `/comments${query}`)).threads;
const waiting = async (phone: Office['officer']) => good(await phone.call('GET', '/comments/waiting')).waiting;

async function sent(all: Office): Promise<string> {
	const { id, version } = await draft(all);
	good(await all.officer.call('POST', `/assignments/${id}/sending`, { version }));
	await giveOut(all.app.house);
	return id;
}

describe('comments of overseers', () => {
	it('are written about a place, answered by its officer, and seen by both with name, role and time', async () => {
		const all = await overseen();
		const { id } = good(
			await say(all.overseer, { placeId: all.commune, text: ' Bà con\r\n\r\n\r\n\r\nchưa có máy. ' })
		);
		expect(await waiting(all.officer)).toBe(1);
		good(await reply(all.officer, id, 'Xã mượn thêm máy từ tuần sau.'));
		const said = [
			{ writer: 'Cán Bộ', role: 'overseer', text: 'Bà con\n\nchưa có máy.', writtenAt: '2026-11-23T02:00:00.000Z' },
			{ writer: 'Hoàng Thị Mai', role: 'officer', text: 'Xã mượn thêm máy từ tuần sau.', withdrawn: false }
		];
		for (const phone of [all.overseer, all.officer])
			expect(await threads(phone)).toMatchObject([{ place: { name: 'Xã Xuân' }, waiting: false, comments: said }]);
		expect(await waiting(all.officer)).toBe(0);
		good(await reply(all.overseer, id, 'Còn thôn Tây?'));
		expect([await waiting(all.officer), await waiting(all.overseer)]).toEqual([1, 1]);
		expect(await threads(all.officer, '?only=waiting')).toHaveLength(1);
	});

	it('are taken back by whoever wrote them, shown as such, never changed', async () => {
		const all = await overseen();
		const { id } = good(await say(all.overseer, { placeId: all.commune, text: 'Chưa có máy.' }));
		good(await reply(all.officer, id, 'Đã có.'));
		const [{ comments: said }] = await threads(all.officer);
		const withdraw = (phone: Office['officer'], which: string) =>
			phone.call('POST', `/comments/${which}/withdrawal`, {});
		expect((await withdraw(all.officer, id)).status).toBe(404);
		good(await withdraw(all.officer, said[1].id));
		good(await withdraw(all.officer, said[1].id));
		expect(await waiting(all.officer)).toBe(1);
		good(await withdraw(all.overseer, id));
		const [thread] = await threads(all.officer);
		expect(thread).toMatchObject({ waiting: false, mayReply: false });
		expect(thread.comments).toMatchObject([
			{ text: '', withdrawn: true },
			{ text: '', withdrawn: true }
		]);
		expect((await reply(all.officer, id, 'Vẫn trả lời')).body.code).toBe('comments.taken-back');
	});

	it('are about an assignment that she may read, at the place of hers that it concerns', async () => {
		const all = await overseen();
		const assignmentId = await sent(all);
		good(await say(all.overseer, { assignmentId, text: 'Hạn ngắn quá.' }));
		expect(await threads(all.officer, `?assignmentId=${assignmentId}`)).toMatchObject([
			{ assignment: { id: assignmentId }, place: { id: all.commune } }
		]);
		const ofOffice = await officer(all, 'overseer', all.office);
		good(await say(ofOffice, { assignmentId, text: 'Ở văn phòng thì được.' }));
		expect((await threads(ofOffice)).map(({ place }: { place: { id: string } }) => place.id)).toEqual([all.office]);
		const ofSchool = await officer(all, 'overseer', all.school);
		expect((await say(ofSchool, { assignmentId, text: 'Gì đây?' })).status).toBe(404);
		const elsewhere = await say(all.overseer, { assignmentId, placeId: all.school, text: 'Gì đây?' });
		expect(elsewhere).toMatchObject({ status: 409, body: { code: 'comments.not-about-it' } });
		const { id } = await draft(all);
		expect((await say(all.overseer, { assignmentId: id, text: 'Nháp' })).status).toBe(404);
	});

	it('are no business of learners, teachers, helpers or neighbours', async () => {
		const all = await overseen();
		const { id } = good(await say(all.overseer, { placeId: all.commune, text: 'Chưa có máy.' }));
		const neighbour = await officer(all, 'officer', all.elsewhere);
		const teacher = await officer(all, 'teacher', all.school);
		for (const phone of [all.clerk, all.helper, teacher]) {
			for (const path of ['/comments', '/comments/waiting']) expect((await phone.call('GET', path)).status).toBe(403);
			expect((await reply(phone, id, 'Tôi')).status).toBe(403);
		}
		expect((await all.app.aPhone().call('GET', '/comments')).status).toBe(401);
		expect(await threads(neighbour)).toEqual([]);
		expect((await neighbour.call('GET', `/comments?placeId=${all.commune}`)).status).toBe(404);
		expect((await neighbour.call('GET', `/comments?after=${id}`)).status).toBe(404);
		expect((await reply(neighbour, id, 'Tôi')).status).toBe(404);
		expect((await say(neighbour, { placeId: all.elsewhere, text: 'Tôi' })).status).toBe(403);
		expect((await say(all.overseer, { placeId: all.elsewhere, text: 'Tôi' })).status).toBe(404);
		expect(await all.app.house.store.read.$count(comments)).toBe(1);
	});

	it('are neither empty nor long, nor written without end', async () => {
		const all = await overseen();
		for (const [text, words] of [
			[' \n ', /vài chữ/],
			['a'.repeat(1001), /1000/]
		] as const) {
			const answer = await say(all.overseer, { placeId: all.commune, text });
			expect(answer).toMatchObject({ status: 400, body: { fields: [{ field: 'text' }] } });
			expect(answer.body.fields[0].message).toMatch(words);
		}
		const statuses = [];
		for (let i = 0; i < 21; i++)
			statuses.push((await say(all.overseer, { placeId: all.commune, text: `Ý ${i}` })).status);
		expect(statuses.slice(-2)).toEqual([201, 429]);
		const page = good(await all.officer.call('GET', '/comments'));
		expect(page).toMatchObject({ next: null, waiting: 20 });
	});

	it('belong to whoever wrote them: in her copy, and without words and name once she is gone', async () => {
		const all = await overseen();
		const lan = await someone(all.app, { name: 'Trần Thị Lan' });
		const accountId = good(await lan.call('GET', '/session')).account.id;
		good(await all.root.call('POST', '/grants', { role: 'overseer', placeId: all.commune, accountId }));
		good(await say(lan, { placeId: all.commune, text: 'Chưa có máy.' }));
		const copy = (await lan.call('GET', '/me/data')).raw.toString();
		expect(copy).toContain('Chưa có máy.');
		await all.app.house.store.transact(async (tx) => {
			for (const part of assignData.personal)
				await part.erase(tx, { accountId, learnerIds: [] }, all.app.house.clock.now());
		});
		expect(await threads(all.officer)).toMatchObject([
			{ waiting: false, comments: [{ writer: null, text: '', withdrawn: true }] }
		]);
	});
});
