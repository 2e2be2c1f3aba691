import { describe, expect, it } from 'vitest';
import { keyFromSeed, publicText } from '../../platform/message-signature.ts';
import { WrongSettings } from '../ground.ts';
import { readSettings } from './settings.ts';

const SITE_KEY = publicText(keyFromSeed(Buffer.alloc(32, 3)));

describe('the settings of the register’s stand-in', () => {
	it('are a register and a site on this machine where only the site’s key is said', () => {
		expect(readSettings({ SITE_KEY })).toMatchObject({
			port: 3200,
			address: 'http://localhost:3200',
			siteKey: SITE_KEY
		});
	});

	it.each([
		{ SITE_KEY: '' },
		{ SITE_KEY: 'abc' },
		{ SITE_KEY, ORIGIN: 'https://hoc.example.vn' },
		{ SITE_KEY, STANDIN_PORT: '0' },
		{ SITE_KEY, STANDIN_ADDRESS: 'https://vneid.gov.vn' },
		{ SITE_KEY, STANDIN_DECIDE_MS: 'soon' }
	])('are refused in words: %j', (env) => {
		expect(() => readSettings(env)).toThrow(WrongSettings);
	});

	it('may name a site that others reach where that is meant', () => {
		const site = 'https://hoc.example.vn';
		expect(readSettings({ SITE_KEY, ORIGIN: site, STANDINS: 'on' }).site).toBe(site);
	});
});
