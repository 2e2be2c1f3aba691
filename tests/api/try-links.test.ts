import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { makeTryLink } from '../../src/identity/index.ts';
import { accounts } from '../../src/identity/tables.ts';
import { accountOf, giveRole, good, neighbours, someone } from '../support/classes.ts';

/** An officer of the sample, with a link to her; made up, or not. */
async function withLink({ simulated }: { simulated: boolean }) {
	const all = await neighbours();
	const officer = await someone(all.app, { name: 'Hoàng Thị Mẫu', placeId: 'mau-dong-sen' });
	await giveRole(all, officer, { role: 'officer', placeId: 'mau-dong-sen' });
	const accountId = await accountOf(officer);
	await all.app.house.store.transact((tx) => tx.update(accounts).set({ simulated }).where(eq(accounts.id, accountId)));
	const token = (await makeTryLink(all.app.house, accountId)).split('/').at(-1);
	return { ...all, accountId, token };
}

describe('a link for trying things out', () => {
	it('says who one would be, and lets anybody in as her, again and again', async () => {
		const { app, accountId, token } = await withLink({ simulated: true });
		for (const phone of [app.aPhone(), app.aPhone()]) {
			expect(good(await phone.call('GET', `/try-links/${token}`))).toEqual({
				name: 'Hoàng Thị Mẫu',
				place: 'Xã Đồng Sen (xã mẫu, làm thử)',
				roles: [{ role: 'officer', place: 'Xã Đồng Sen (xã mẫu, làm thử)' }]
			});
			expect(good(await phone.call('POST', '/try-links/use', { token })).account.id).toBe(accountId);
			expect(good(await phone.call('GET', '/session')).roles).toEqual(['officer']);
		}
	});

	it('never opens the account of somebody real, nor one outside the sample, nor by a token that is none', async () => {
		const real = await withLink({ simulated: false });
		const refused = { status: 403, body: { code: 'identity.try-link-dead' } };
		const phone = real.app.aPhone();
		expect(await phone.call('GET', `/try-links/${real.token}`)).toMatchObject(refused);
		expect(await phone.call('POST', '/try-links/use', { token: real.token })).toMatchObject(refused);
		expect(await phone.call('POST', '/try-links/use', { token: 'không' })).toMatchObject(refused);
		const outside = { simulated: true, placeId: 'vn-38', placePath: '/38/' };
		await real.app.house.store.transact((tx) =>
			tx.update(accounts).set(outside).where(eq(accounts.id, real.accountId))
		);
		expect(await phone.call('POST', '/try-links/use', { token: real.token })).toMatchObject(refused);
	});
});
