import { count, eq } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { duties, memberships, staffEntries } from '../../src/assign/tables.ts';
import { composeHouse, createApp } from '../../src/compose.ts';
import { listLessonsIn } from '../../src/catalog/index.ts';
import { fillDemo } from '../../src/demo/fill.ts';
import { scaleFor } from '../../src/demo/province.ts';
import { makeTryLink } from '../../src/identity/index.ts';
import { accounts } from '../../src/identity/tables.ts';
import { places } from '../../src/places/tables.ts';
import { openFacts } from '../../src/platform/facts.ts';
import { build, databaseOf } from '../../src/platform/persistence/databases.ts';
import { readJournal } from '../../src/platform/persistence/migrations.ts';
import { openStore } from '../../src/platform/persistence/open-store.ts';
import { migrationsFolder } from '../../src/platform/persistence/store.ts';
import { secretsFrom } from '../../src/platform/secrets.ts';
import { aClock } from '../support/a-house.ts';
import { aPhone, type Phone } from '../support/an-app.ts';
import { anEmptyPlace } from '../support/any-database.ts';
import { good } from '../support/classes.ts';

/** Where somebody is led on to, there is something left for her to do. */
async function goesOn(phone: Phone): Promise<void> {
	const { kind, href } = good(await phone.call('GET', '/me/next'));
	const [, , courseId, lessonId] = href.split('/');
	if (kind !== 'lesson') return void expect(['quiz', 'course', 'start']).toContain(kind);
	const { answered, total } = good(await phone.call('GET', `/courses/${courseId}/lessons/${lessonId}/standing`));
	expect(answered).toBeLessThan(total);
}

describe('the made-up province', () => {
	it('fills an empty installation, says everywhere that it is made up, and lets each role be tried by a link', async () => {
		const config = await anEmptyPlace();
		const clock = aClock();
		const building = await build(databaseOf(config), { count: readJournal(migrationsFolder).length });
		const lessons = await listLessonsIn(config.contentDir);
		const tried = await fillDemo(building, { people: 300, now: clock.now(), lessons, tell: () => undefined });
		await building.finish();
		await building.close();

		const store = await openStore(config);
		onTestFinished(() => store.close());
		const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
		const secrets = secretsFrom('secret of the tests, long enough');
		const house = await composeHouse({ store, clock, config, log, secrets, facts: openFacts({ store, clock, log }) });
		const app = await createApp(house);
		await app.ready();
		onTestFinished(() => app.close());

		expect(tried.map(({ as }) => as)).toHaveLength(10);
		for (const { person, grant } of tried) {
			const phone = aPhone(app);
			const token = (await makeTryLink(house, person.accountId)).split('/').at(-1);
			const me = good(await phone.call('POST', '/try-links/use', { token }));
			expect(me).toMatchObject({ account: { name: person.name }, roles: grant ? [grant.role] : [] });
			await goesOn(phone);
			if (grant) expect(good(await phone.call('GET', '/field-lesson')).done).toBe(true);
			if (grant && grant.role !== 'helper') good(await phone.call('GET', '/duty-board'));
			if (grant?.role === 'helper') good(await phone.call('GET', '/helped-learners'));
		}

		const { read } = store;
		const all = await read
			.select({ simulated: accounts.simulated, people: count() })
			.from(accounts)
			.groupBy(accounts.simulated);
		expect(all).toEqual([{ simulated: true, people: expect.any(Number) }]);
		const listed = await read.select().from(staffEntries);
		const unregistered = listed.filter(({ learnerId }) => learnerId === null).length;
		expect((all[0]?.people ?? 0) + unregistered).toBe(300);
		expect(unregistered).toBeGreaterThan(0);
		const made = await read.select().from(places).where(eq(places.kind, 'organisation'));
		expect(made.every(({ sample, name }) => (sample && name.includes('làm thử')) || name.startsWith('Lớp'))).toBe(true);
		const given = await read.$count(duties);
		expect(given).toBe(2 * (listed.length - unregistered));
		expect(await read.$count(memberships)).toBeGreaterThan(given / 2);
	});

	it.each([
		[600, 2, 8],
		[2_000_000, 102, 3_000]
	])('has for %i people %i communes with %i villages', (people, communes, villages) => {
		expect(scaleFor(people)).toMatchObject({ communes, villages });
	});

	it('has forty thousand officials among two million', () => {
		const { communes, officials } = scaleFor(2_000_000);
		expect(communes * 8 * officials).toBeGreaterThan(39_000);
		expect(communes * 8 * officials).toBeLessThan(41_000);
	});
});
