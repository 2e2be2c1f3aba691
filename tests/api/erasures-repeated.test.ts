import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kept } from '../../src/compose.ts';
import { restoreBackup } from '../../src/platform/backup/restore-backup.ts';
import { writeBackup } from '../../src/platform/backup/write-backup.ts';
import { ownDataOf } from '../../src/platform/own-data.ts';
import { openStore } from '../../src/platform/persistence/open-store.ts';
import { accounts, learners } from '../../src/identity/tables.ts';
import { helpedLearners } from '../../src/community/tables.ts';
import { auditEntries } from '../../src/platform/tables.ts';
import { knownPeople, repeatErasures, type KnownPeople } from '../../src/privacy/index.ts';
import { aFolder, anEmptyPlace } from '../support/any-database.ts';
import { good, neighbours, someone, type Neighbours } from '../support/classes.ts';
import { answer, withCard } from '../support/helped.ts';
import { password } from '../support/people.ts';

const now = new Date('2026-11-25T08:12:03.456Z');
const tell = () => undefined;

async function backUp({ app }: Neighbours): Promise<string> {
	const file = join(aFolder(), 'truoc-do.backup.tar.gz');
	await writeBackup({ config: app.house.config, now, tell }, file, null);
	return file;
}

/** A new database from a backup, in which the erasures that another knows are repeated. */
async function restored({ app: { house } }: Neighbours, file: string, known: KnownPeople) {
	const config = await anEmptyPlace();
	await restoreBackup({ config, now, tell, passphrase: null, withoutKeys: true }, file);
	const store = await openStore(config);
	try {
		const means = { ...house, store, ownData: ownDataOf(kept) };
		const repeated = await repeatErasures(means, { known, backup: now.toISOString() });
		return {
			repeated,
			names: (await store.read.select().from(accounts)).map(({ name }) => name).sort(),
			learners: await store.read.$count(learners),
			helped: await store.read.$count(helpedLearners),
			acts: (await store.read.select().from(auditEntries)).filter(
				({ action }) => action === 'privacy.erasures-repeated'
			)
		};
	} finally {
		await store.close();
	}
}

describe('a backup from before somebody was deleted', () => {
	it('brings nobody back: who is not in the newer database is deleted again, and nobody else', async () => {
		const all = await withCard();
		const [goes, stays] = [await someone(all.app, { name: 'Đi Hẳn' }), await someone(all.app, { name: 'Ở Lại' })];
		const [device, otherDevice] = [all.app.aPhone(), all.app.aPhone()];
		for (const phone of [goes, stays, device, otherDevice]) good(await answer(phone, all.app));
		const file = await backUp(all);
		good(await goes.call('POST', '/me/erasure', { sure: true, password }));
		good(await device.call('POST', '/me/erasure', { sure: true }));
		good(await all.helper.call('DELETE', `/helped-learners/${all.card.id}`));
		await someone(all.app, { name: 'Đến Sau' });
		const known = await knownPeople(all.app.house.store.read);
		const after = await restored(all, file, known);
		expect(after.repeated).toEqual({ accounts: 1, learners: 2 });
		expect(after.names).toContain('Ở Lại');
		expect(after.names).not.toContain('Đi Hẳn');
		expect(after.helped).toBe(0);
		expect(after.acts).toMatchObject([{ subjectKind: 'backup', details: '{"accounts":1,"learners":2}' }]);
	}, 120_000);

	it('is left as it is where the newer database is another installation’s', async () => {
		const [all, another] = [await neighbours(), await neighbours()];
		const goes = await someone(all.app, { name: 'Đi Hẳn' });
		const file = await backUp(all);
		good(await goes.call('POST', '/me/erasure', { sure: true, password }));
		const after = await restored(all, file, await knownPeople(another.app.house.store.read));
		expect(after.repeated).toBeNull();
		expect(after.names).toContain('Đi Hẳn');
	}, 120_000);
});
