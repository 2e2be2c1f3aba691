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
		['LOG_LEVEL', 'loud']
	])('refuse %s=%s by name', (name, value) => {
		expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
		expect(() => readConfig({ [name]: value })).toThrow(name);
	});

	it('split the trusted proxies at commas', () => {
		expect(readConfig({ TRUSTED_PROXIES: '10.0.0.1, 10.0.0.0/8' }).trustedProxies).toEqual(['10.0.0.1', '10.0.0.0/8']);
	});
});
