import { describe, expect, it } from 'vitest';
import type { Phone } from '../support/index.ts';
import { aClass, good, onNow } from '../support/classes.ts';
import { baTu, open, withCard } from '../support/helped.ts';

const account = { name: 'Bùi Thị Tư', birthYear: 1950, username: 'tu.gieng', password: 'ruộng lúa chín vàng' };

describe('a class', () => {
	it('lists those who were written down beside those with an account, and ticks them as themselves', async () => {
		const all = await withCard({ apart: 'xóm trên' });
		const session = await aClass(all);
		const listed = good(await all.helper.call('GET', `/classes/${session.id}/people`)).people;
		expect(listed).toMatchObject([{ accountId: null, helpedId: all.card.id, name: baTu.name, apart: 'xóm trên' }]);
		const people = [{ helpedId: all.card.id, mark: 'alone' }];
		const tick = (phone: Phone) => phone.call('POST', `/classes/${session.id}/attendance`, { way: 'tick', people });
		expect(good(await tick(all.helper)).people).toMatchObject([{ name: 'Bùi Thị Tư (xóm trên)', kind: 'helped' }]);
		const own = all.app.aPhone();
		good(await own.call('POST', '/accounts', account));
		good(await own.call('POST', '/cards/taking', { code: all.card.code, pin: all.card.pin }));
		const came = good(await all.helper.call('GET', `/classes/${session.id}`)).people;
		expect(came).toMatchObject([{ name: 'Bùi Thị Tư', kind: 'account', ticks: [{ mark: 'alone' }] }]);
	});

	it('knows her by the card that is open on the phone, and refuses somebody of another commune', async () => {
		const all = await withCard();
		const session = await aClass(all);
		const phone = all.app.aPhone();
		good(await open(phone, all.card));
		expect(good(await phone.call('POST', `/class-codes/${session.code}/attendance`, {}))).toMatchObject({
			came: true,
			as: baTu.name
		});
		const there = good(await all.neighbour.call('POST', '/classes', { ...onNow, placeId: all.elsewhere }));
		const people = [{ helpedId: all.card.id }];
		const refused = await all.neighbour.call('POST', `/classes/${there.id}/attendance`, { way: 'tick', people });
		expect(refused.body.code).toBe('community.no-such-person');
	});
});
