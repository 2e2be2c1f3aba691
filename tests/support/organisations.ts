import { giveRole, good, neighbours, someone, type Neighbours } from './classes.ts';
import type { Phone } from './an-app.ts';

/** An office and a school of the first commune with their officer, and a code to join the office; the second commune has an office and an officer too. */
export interface Offices extends Neighbours {
	officer: Phone;
	stranger: Phone;
	office: string;
	school: string;
	elsewhereOffice: string;
	code: string;
	codeId: string;
}

/** Somebody with a role there. */
export async function officer(all: Pick<Neighbours, 'app' | 'root'>, role: string, placeId: string): Promise<Phone> {
	const phone = await someone(all.app, { name: 'Cán Bộ' });
	await giveRole(all, phone, { role, placeId });
	return phone;
}

export async function withOrganisations(known?: Neighbours): Promise<Offices> {
	const all = known ?? (await neighbours());
	const make = async (name: string, parentId: string): Promise<string> =>
		good(await all.root.call('POST', '/places', { parentId, name, kind: 'organisation' })).id;
	const office = await make('UBND xã', all.commune);
	const school = await make('Trường Xuân', all.commune);
	const elsewhereOffice = await make('UBND xã bên', all.elsewhere);
	const own = await officer(all, 'officer', all.commune);
	const stranger = await officer(all, 'officer', all.elsewhere);
	const { id: codeId, code } = good(await own.call('POST', `/organisations/${office}/join-codes`, { days: 30 }));
	return { ...all, officer: own, stranger, office, school, elsewhereOffice, code, codeId };
}
