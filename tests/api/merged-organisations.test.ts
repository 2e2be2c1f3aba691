import { describe, expect, it } from 'vitest';
import { giveOut } from '../../src/assign/index.ts';
import { duties } from '../../src/assign/tables.ts';
import { placeContacts } from '../../src/places/tables.ts';
import type { Phone } from '../support/an-app.ts';
import { asked } from '../support/assignments.ts';
import { good, neighbours, someone } from '../support/classes.ts';
import { withOrganisations, type Offices } from '../support/organisations.ts';

/** Two offices of one commune with a member each, and one who belongs to both. */
async function twoOffices() {
	const all = await withOrganisations();
	const name = 'Trung tâm “Một cửa” & Lưu trữ';
	const part = { parentId: all.commune, name, organisationKind: 'agency' };
	const other: string = good(await all.officer.call('POST', '/organisations', part)).id;
	const { code } = good(await all.officer.call('POST', `/organisations/${other}/join-codes`, { days: 30 }));
	const enter = async (called: string, codes: readonly string[]) => {
		const phone = await someone(all.app, { name: called });
		for (const each of codes) good(await phone.call('POST', `/join-codes/${each}/membership`, {}));
		return phone;
	};
	const [lan, tu] = [await enter('Trần Thị Lan', [all.code]), await enter('Lê Văn Tú', [code])];
	return { ...all, other, lan, tu, both: await enter('Vũ Thị Cả', [all.code, code]) };
}

async function send(all: Offices, placeId: string): Promise<void> {
	const draft = { ...asked, placeId: all.commune, targets: [{ kind: 'organisation', placeId }] };
	const { id, version } = good(await all.officer.call('POST', '/assignments', draft));
	good(await all.officer.call('POST', `/assignments/${id}/sending`, { version }));
	await goesOut(all);
}

/** What runs in the background does its work. */
async function goesOut({ app }: Pick<Offices, 'app'>): Promise<void> {
	await app.house.facts.runDue();
	await giveOut(app.house);
}

const open = async (phone: Phone) => {
	const all: { state: string }[] = good(await phone.call('GET', '/me/duties')).duties;
	return all.filter(({ state }) => state === 'open').length;
};

describe('an organisation that goes into another', () => {
	it('is one house from then on: what was asked of either is asked of all, each once', async () => {
		const all = await twoOffices();
		await send(all, all.office);
		await send(all, all.other);
		expect([await open(all.lan), await open(all.tu), await open(all.both)]).toEqual([1, 1, 2]);
		good(await all.officer.call('POST', `/places/${all.other}/merging`, { into: all.office }));
		await goesOut(all);
		expect([await open(all.lan), await open(all.tu), await open(all.both)]).toEqual([2, 2, 2]);
		const rows = await all.app.house.store.read.select().from(duties);
		expect(new Set(rows.map(({ placeId }) => placeId))).toEqual(new Set([all.office]));
		expect(good(await all.officer.call('GET', `/organisations/${all.office}/membership`)).members).toBe(3);
	});

	it('in another commune is asked what is asked there, and no more what reached it where it was', async () => {
		const all = await twoOffices();
		await send(all, all.commune);
		expect(await open(all.lan)).toBe(1);
		good(await all.root.call('POST', `/places/${all.office}/merging`, { into: all.elsewhereOffice }));
		await goesOut(all);
		expect([await open(all.lan), await open(all.tu)]).toEqual([0, 1]);
	});

	it('takes its list along: who was recognised in either stays so, and the rest is looked for among all', async () => {
		const all = await twoOffices();
		const list = (placeId: string, name: string) =>
			all.officer.call('POST', `/organisations/${placeId}/staff`, { name, birthYear: 1964 });
		good(await list(all.office, 'Trần Thị Lan'));
		good(await list(all.other, 'Trần Thị Lan'));
		good(await list(all.other, 'Chưa Có Ai'));
		good(await list(all.office, 'Lê Văn Tú'));
		good(await all.officer.call('POST', `/places/${all.office}/merging`, { into: all.other }));
		await goesOut(all);
		const told = good(await all.officer.call('GET', `/organisations/${all.other}/membership`));
		expect(told).toMatchObject({ listed: 3, matched: 2 });
	});
});

it('the contact cards of a commune that goes into another are found there, whoever asks by the old one', async () => {
	const all = await neighbours();
	await all.app.house.store.transact(async (tx) => {
		const card = { kind: 'police' as const, name: 'Công an xã', phone: '113', address: null, hours: null };
		await tx.insert(placeContacts).values({ id: 'the', placeId: all.commune, ...card });
	});
	good(await all.root.call('POST', `/places/${all.commune}/merging`, { into: all.elsewhere }));
	for (const id of [all.commune, all.elsewhere]) {
		const seen = good(await all.root.call('GET', `/places/${id}`));
		expect([seen.id, seen.contacts.length, seen.children.length]).toEqual([all.elsewhere, 1, 4]);
	}
});
