import { describe, expect, it } from 'vitest';
import { anApp } from '../support/index.ts';
import { aCast, actorNames, type Cast } from './cast.ts';
import { doorsOf, routesOf, type Door } from './doors.ts';
import { everyones } from './everyones.ts';
import { everythingKept } from './everything-kept.ts';

const methodOf = ({ route }: Door) => route.split(' ', 1)[0] as 'GET'; // or another: the call takes them all
const knock = (cast: Cast, who: (typeof actorNames)[number], door: Door) =>
	cast.phones[who].call(
		methodOf(door),
		door.path,
		door.body ?? (methodOf(door) === 'GET' ? undefined : {}),
		door.headers
	);

/** Oneself, who administers everything, and those with a role where the account belongs. */
function maySee(who: string, account: 'accountC' | 'accountD'): boolean {
	return who === account || who === 'root' || who.endsWith(account === 'accountC' ? 'X' : 'Y');
}

describe('what belongs to somebody', () => {
	it('has a door in this test for every route that names an object, also for routes that are built later', async () => {
		const app = await anApp();
		const known = new Set([...Object.keys(everyones), ...doorsOf(await aCast(app)).map(({ route }) => route)]);
		const naming = routesOf(app).filter((route) => route.naming.length > 0);
		expect(naming.length).toBeGreaterThan(20);
		const missing = naming.map(({ name }) => name).filter((name) => !known.has(name));
		expect(missing, 'add a door to tests/attack/doors.ts, or the reason why it is everyone’s').toEqual([]);
		const names = routesOf(app).map(({ name }) => name);
		expect([...known].filter((name) => !names.includes(name))).toEqual([]);
	});

	it('is refused to everyone else, and nothing changes', async () => {
		const cast = await aCast(await anApp());
		await cast.app.house.facts.runDue();
		const before = await everythingKept(cast.app.house);
		for (const door of doorsOf(cast)) {
			for (const who of actorNames.filter((each) => !door.may.includes(each))) {
				const { status, body } = await knock(cast, who, door);
				expect([401, 403, 404], `${who} at ${door.route} of ${door.of}: ${JSON.stringify(body)}`).toContain(status);
			}
		}
		expect(await everythingKept(cast.app.house)).toEqual(before);
	});

	it('is there for who may, so that the refusals above are about something', async () => {
		const cast = await aCast(await anApp());
		// What ends the object, or the role of who asks, comes last.
		const doors = doorsOf(cast).sort((a, b) => Number(a.once ?? false) - Number(b.once ?? false));
		for (const door of doors) {
			for (const who of door.once ? door.may.slice(0, 1) : door.may) {
				const { status, body } = await knock(cast, who, door);
				expect(status, `${who} at ${door.route} of ${door.of}: ${JSON.stringify(body)}`).toBeLessThan(300);
			}
		}
	});

	it('is not in anybody else’s lists', async () => {
		const cast = await aCast(await anApp());
		const { phones, has, accountIds } = cast;
		const secrets = {
			accountC: [has.accountC.recordCode, has.accountC.openAttempt, has.accountC.recordName],
			accountD: [has.accountD.recordCode, has.accountD.openAttempt, has.accountD.recordName],
			deviceA: [has.deviceA.recordCode, has.deviceA.openAttempt, has.deviceA.recordName],
			deviceB: [has.deviceB.recordCode, has.deviceB.openAttempt, has.deviceB.recordName]
		};
		const lists = routesOf(cast.app).filter(({ method, name }) => method === 'GET' && !name.includes('{'));
		expect(lists.length).toBeGreaterThan(8);
		for (const who of actorNames) {
			const seen: string[] = [];
			for (const { name } of lists) seen.push((await phones[who].call('GET', name.slice(4))).raw.toString());
			const all = seen.join('\n');
			for (const [owner, theirs] of Object.entries(secrets))
				if (owner !== who)
					for (const secret of theirs) expect(all.includes(secret), `${who} sees ${secret}`).toBe(false);
			for (const account of ['accountC', 'accountD'] as const)
				expect(all.includes(accountIds[account] ?? '?'), `${who} and ${account}`).toBe(maySee(who, account));
		}
	});
});
