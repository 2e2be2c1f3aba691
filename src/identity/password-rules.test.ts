import { describe, expect, it } from 'vitest';
import { passwordFault } from './password-rules.ts';

const lan = { name: 'Nguyễn Thị Lan', birthYear: 1985, phone: '0912345678', username: 'lan.be' };

describe('a new password', () => {
	it.each([
		['ruộng lúa chín vàng'],
		['congahaichan'],
		['ba con mèo đen 7'],
		['x7!Kq2$w'],
		['Lan thích hoa sen'],
		['ខ្ញុំស្រលាញ់ស្រែចម្ការ'],
		['0912345678 cà phê']
	])('may be %s', (password) => expect(passwordFault(password, lan)).toBeNull());

	it.each(['', '1234567', 'ngắn', 'é'.repeat(7)])('is too short: %j', (password) =>
		expect(passwordFault(password, lan)).toBe('identity.password-short')
	);

	it('has at most 200 signs, counted as people see them, and is never cut', () => {
		expect(passwordFault('ế một hai '.repeat(20), lan)).toBeNull();
		expect(passwordFault(`${'ế một hai '.repeat(20)}b`, lan)).toBe('identity.password-long');
		expect(passwordFault('ruộng lúa'.normalize('NFD'), lan)).toBeNull();
	});

	it.each([
		'123456789',
		'12345678',
		'87654321',
		'67890123',
		'11111111',
		'abababab',
		'abcdefgh',
		'matkhau123',
		'Mật khẩu 123',
		'MatKhau@2026',
		'anhyeuem',
		'emyeuanh',
		'Em yêu anh 123',
		'password1',
		'P@ssw0rd',
		'qwerty123',
		'1q2w3e4r',
		'iloveyou!',
		'vietnam2026',
		'123123123',
		'68686868'
	])('is too common: %s', (password) => expect(passwordFault(password, lan)).toBe('identity.password-common'));

	it.each([
		'0912345678',
		'912345678',
		'lan.be1985',
		'NguyenThiLan',
		'Nguyễn Thị Lan 1985',
		'lan19851985',
		'lan-0912345678'
	])('is only about oneself: %s', (password) =>
		expect(passwordFault(password, lan)).toBe('identity.password-personal')
	);
});
