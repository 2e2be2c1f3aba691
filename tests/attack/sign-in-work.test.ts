import { beforeEach, describe, expect, it, vi } from 'vitest';
import { anApp, type Phone } from '../support/index.ts';

const checks = vi.hoisted(() => ({ count: 0 }));
// The library itself, counted: what costs time is how often a password is checked.
vi.mock('@node-rs/argon2', async (original) => {
	const library = await original<typeof import('@node-rs/argon2')>();
	const verify: typeof library.verify = (...given) => {
		checks.count++;
		return library.verify(...given);
	};
	return { ...library, verify };
});

beforeEach(() => {
	checks.count = 0;
});

async function checksFor(phone: Phone, identifier: string): Promise<number> {
	const before = checks.count;
	const { status, body } = await phone.call('POST', '/session', { identifier, password: 'không phải mật khẩu' });
	expect([status, body.code]).toEqual([401, 'identity.wrong-password']);
	return checks.count - before;
}

const password = 'ruộng lúa chín vàng';

describe('signing in with a wrong password', () => {
	it('costs the same for a username that is known and one that is not', async () => {
		const { aPhone } = await anApp();
		await aPhone().call('POST', '/accounts', { name: 'Lê Thị Lan', birthYear: 1964, username: 'lan.thu', password });
		const known = await checksFor(aPhone(), 'lan.thu');
		expect([known, await checksFor(aPhone(), 'khong.co.ai')]).toEqual([1, 1]);
	});

	it('does not tell by its cost that a family shares a number: an unknown one may cost as much', async () => {
		const { aPhone } = await anApp();
		for (const [name, birthYear] of [
			['Lê Thị Lan', 1964],
			['Lê Văn Tám', 1960],
			['Lê Thị Hoa', 1990]
		] as const)
			await aPhone().call('POST', '/accounts', { name, birthYear, phone: '0912345678', password });
		expect(await checksFor(aPhone(), '0912345678')).toBe(3);

		const unknown: number[] = [];
		for (let i = 0; i < 10; i++) unknown.push(await checksFor(aPhone(), `09871000${String(i).padStart(2, '0')}`));
		expect([...new Set(unknown)].length).toBeGreaterThan(1);
		expect(unknown.filter((count) => count === 1).length).toBeGreaterThan(3);
		expect(await checksFor(aPhone(), '+84 987 100 000')).toBe(unknown[0]);
	});
});
