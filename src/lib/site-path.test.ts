import { describe, expect, it } from 'vitest';
import { sitePath } from './site-path.ts';

describe('a path to send somebody back to', () => {
	it.each(['/', '/bai-hoc', '/en/khoa-hoc/an-toan-so', '/lop-gan-nha?tim=dong+sen'])('takes %s', (path) => {
		expect(sitePath(path)).toBe(path);
	});

	it.each([
		null,
		undefined,
		'',
		'bai-hoc',
		'//lua.dao',
		'/\\lua.dao',
		'https://lua.dao/',
		'javascript:alert(1)',
		'/a b',
		'/.//lua.dao',
		'/bai-hoc/..//lua.dao',
		'/%2e//lua.dao',
		'/en/..//lua.dao/dang-nhap'
	])('refuses %s', (path) => {
		expect(sitePath(path)).toBeNull();
	});
});
