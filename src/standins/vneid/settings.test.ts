import { describe, expect, it } from 'vitest';
import { readSettings, WrongSettings } from './settings.ts';

describe('the settings of the stand-in', () => {
	it('are a provider and a site on this machine where nothing is said', () => {
		expect(readSettings({})).toMatchObject({
			port: 3100,
			issuer: 'http://localhost:3100',
			site: 'http://localhost:3000'
		});
	});

	it.each([
		{ ORIGIN: 'foo' },
		{ STANDIN_PORT: 'abc' },
		{ STANDIN_PORT: '70000' },
		{ STANDIN_ISSUER: 'localhost' },
		{ STANDIN_ISSUER: 'https://vneid.gov.vn' },
		{ ORIGIN: 'https://hoc.example.vn' }
	])('are refused in words: %j', (env) => {
		expect(() => readSettings(env)).toThrow(WrongSettings);
	});

	it('may name a site that others reach where that is meant', () => {
		expect(readSettings({ ORIGIN: 'https://hoc.example.vn', STANDINS: 'on' }).site).toBe('https://hoc.example.vn');
	});
});
