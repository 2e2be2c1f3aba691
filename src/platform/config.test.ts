import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('settings', () => {
	it('have a default for everything a laptop needs', () => {
		expect(readConfig({})).toMatchObject({ port: 3000, origin: 'http://localhost:3000', databaseUrl: null });
	});

	it('take an empty variable as one that is not set', () => {
		expect(readConfig({ ORIGIN: '', DATABASE_URL: '' })).toMatchObject({ originGiven: false, databaseUrl: null });
	});

	it.each([
		['PORT', 'abc'],
		['PORT', '70000'],
		['ORIGIN', 'hoc.example.vn'],
		['ORIGIN', 'https://hoc.example.vn/duoi'],
		['DATABASE_URL', 'mysql://x'],
		['SESSION_SECRET', 'short'],
		['METRICS_PORT', '99999'],
		['DRAIN_SECONDS', 'soon'],
		['REGISTER_URL', 'http://hoc.example.vn'],
		['REGISTER_KEY', 'abc'],
		['LOG_LEVEL', 'loud']
	])('refuse %s=%s by name', (name, value) => {
		expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
		expect(() => readConfig({ [name]: value })).toThrow(name);
	});

	it('name what is missing of the register, and take both together', () => {
		const both = { REGISTER_URL: 'http://localhost:3200', REGISTER_KEY: 'a'.repeat(43) };
		expect(() => readConfig({ REGISTER_URL: both.REGISTER_URL })).toThrow('REGISTER_KEY');
		expect(() => readConfig({ REGISTER_KEY: both.REGISTER_KEY })).toThrow('REGISTER_URL');
		expect(readConfig(both).register).toEqual({ url: both.REGISTER_URL, key: both.REGISTER_KEY });
		expect(readConfig({}).register).toBeNull();
	});

	it('split the trusted proxies at commas', () => {
		expect(readConfig({ TRUSTED_PROXIES: '10.0.0.1, 10.0.0.0/8' }).trustedProxies).toEqual(['10.0.0.1', '10.0.0.0/8']);
	});
});
