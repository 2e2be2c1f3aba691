import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { countedAddress } from './address.ts';

const plain = readConfig({});
const proxied = readConfig({ TRUSTED_PROXIES: '10.0.0.1' });
const counted = (ip: string, headers: Record<string, string> = {}, config = plain) =>
	countedAddress({ ip, headers }, config);

describe('the address that limits count by', () => {
	it.each([
		['203.0.113.7', '203.0.113.7'],
		['::ffff:203.0.113.7', '203.0.113.7'],
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
		['2001:0DB8:1:2:ffff::1', '2001:db8:1:2'],
		['2001:db8::1', '2001:db8:0:0'],
		['2001:db8:1::', '2001:db8:1:0'],
		['::1', '0:0:0:0'],
		['fe80::1%eth0', 'fe80:0:0:0'],
		['127.0.0.1', '127.0.0.1']
	])('of %s is %s', (ip, address) => {
		expect(counted(ip)).toBe(address);
	});

	it.each(['127.0.0.1', '10.1.2.3', '172.20.0.5', '192.168.1.1', '100.64.3.2', '::1', 'fd00::5', '::ffff:10.0.0.9'])(
		'is none where everybody comes through a proxy at %s that nobody named',
		(ip) => {
			expect(counted(ip, { 'x-forwarded-for': '203.0.113.7' })).toBeNull();
			expect(counted(ip, { via: '1.1 caddy' })).toBeNull();
		}
	);

	it('cannot be shaken off from outside by pretending to be a proxy', () => {
		expect(counted('203.0.113.7', { 'x-forwarded-for': '198.51.100.1' })).toBe('203.0.113.7');
	});

	it('is what the proxies say where they are named', () => {
		expect(counted('203.0.113.7', { 'x-forwarded-for': '203.0.113.7' }, proxied)).toBe('203.0.113.7');
		expect(counted('10.9.9.9', { 'x-forwarded-for': '10.9.9.9' }, proxied)).toBe('10.9.9.9');
	});
});
