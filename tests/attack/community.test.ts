import { describe, expect, it } from 'vitest';
import { photoForm, sendPhoto } from '../support/photos.ts';
import { anApp } from '../support/index.ts';
import { accountOf, aClass, giveRole, good, neighbours, someone } from '../support/classes.ts';
import { aTeam, fromTheYouth, join, memberOf, withTeam } from '../support/teams.ts';
import { aCast, aPicture } from './cast.ts';
import { doorsOf } from './doors.ts';
import { everythingKept } from './everything-kept.ts';

describe('a helper of one village', () => {
	it('opens no door of another village of her commune, nor of the commune itself, and nothing changes', async () => {
		const app = await anApp();
		const cast = await aCast(app);
		const { children } = good(await cast.phones.root.call('GET', `/places/${cast.places.X}`));
		const helper = await someone(app, { name: 'Vũ Thị Bên', placeId: children[1].id });
		await giveRole({ app, root: cast.phones.root }, helper, { role: 'helper', placeId: children[1].id });
		await app.house.facts.runDue();
		const before = await everythingKept(app.house);
		const doors = doorsOf(cast).filter(({ may }) => may.includes('helperX') && !may.includes('accountC'));
		expect(doors.length).toBeGreaterThan(30);
		for (const { route, path, body, headers } of doors) {
			const method = route.split(' ', 1)[0] as 'GET'; // or another: the call takes them all
			const answer = await helper.call(method, path, body ?? (method === 'GET' ? undefined : {}), headers);
			expect([401, 403, 404], `${route}: ${JSON.stringify(answer.body)}`).toContain(answer.status);
		}
		expect(await everythingKept(app.house)).toEqual(before);
	});
});

describe('somebody who left every team of a place', () => {
	it('is no helper there, also where an officer had ended her role before and she came in anew', async () => {
		const all = await withTeam();
		const { root, officer, villages, team } = all;
		const member = await someone(all.app, { name: 'Lý Thị Hai' });
		await join(officer, member, team);
		const accountId = await accountOf(member);
		const grantsOf = async () => good(await root.call('GET', `/accounts/${accountId}`)).grants ?? [];
		const [first] = await grantsOf();
		good(await root.call('DELETE', `/grants/${first.id}`));
		expect(good(await member.call('GET', '/session')).roles).toEqual([]);
		const other = good(await officer.call('POST', '/teams', { ...aTeam, name: 'Tổ hai', placeId: villages[0] })).id;
		await join(officer, member, other);
		for (const id of [team, other]) {
			const { id: memberId } = await memberOf(all, 'Lý Thị Hai', id);
			good(await member.call('POST', `/teams/${id}/members/${memberId}/leaving`, {}));
		}
		expect(good(await member.call('GET', '/session')).roles).toEqual([]);
	});

	it('brings nobody in by a code she gave before, nor by one of a team that was moved away from her', async () => {
		const all = await withTeam();
		const { officer, root, team, app, elsewhere } = all;
		const { code } = good(await officer.call('POST', `/teams/${team}/invitations`, {}));
		good(await root.call('PUT', `/teams/${team}`, { ...aTeam, placeId: elsewhere }));
		const stranger = await someone(app, { name: 'Hồ Thị Xa' });
		const typed = { code, ...fromTheYouth };
		expect((await stranger.call('POST', '/team-memberships', typed)).status).toBe(404);
		expect((await officer.call('GET', `/teams/${team}`)).status).toBe(404);
		expect(good(await stranger.call('GET', '/session')).roles).toEqual([]);
	});
});

describe('a photo', () => {
	it('of which nobody said that no face is to be known is for officers only', async () => {
		const all = await neighbours();
		const { id } = await aClass(all);
		const { body, headers } = photoForm(aPicture, { faces: 'YES' });
		good(await all.helper.call('POST', `/classes/${id}/photos`, body, headers));
		expect(good(await all.helper.call('GET', `/classes/${id}/photos`)).photos).toMatchObject([
			{ faces: true, mayLook: false }
		]);
	});

	it('can be taken away also where the session was called off afterwards', async () => {
		const all = await neighbours();
		const { id } = await aClass(all);
		const { photos } = good(await sendPhoto(all.helper, id, aPicture));
		good(await all.helper.call('POST', `/classes/${id}/cancellation`, {}));
		expect(good(await all.helper.call('DELETE', `/classes/${id}/photos/${photos[0].id}`)).photos).toEqual([]);
	});
});

describe('a list without end', () => {
	it.each([
		['marks', 'PUT', 'people'],
		['carried', 'PUT', 'people'],
		['attendance', 'POST', 'people']
	] as const)('sent to %s is refused at once', async (rest, method, field) => {
		const all = await neighbours();
		const { id } = await aClass(all);
		const begun = performance.now();
		const body = { way: 'tick', questions: [], [field]: Array.from({ length: 100_000 }, () => 1) };
		const answer = await all.helper.call(method, `/classes/${id}/${rest}`, body);
		expect(answer.status).toBe(400);
		expect(answer.raw.length).toBeLessThan(20_000);
		expect(performance.now() - begun).toBeLessThan(3_000);
	});
});
