import type { FastifyRequest } from 'fastify';
import { BlockList, isIPv4, isIPv6 } from 'node:net';
import type { Config } from '../config.ts';

/** Addresses that only a machine or network of one's own has: never those of people out there. */
const inside = new BlockList();
for (const [net, prefix] of [
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.168.0.0', 16]
] as const)
	inside.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
	['::1', 128],
	['fc00::', 7],
	['fe80::', 10]
] as const)
	inside.addSubnet(net, prefix, 'ipv6');

/** What proxies add to a request that they pass on. */
const traces = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via', 'cf-connecting-ip'];

/**
 * The address that limits count by, or null where it says nothing: a proxy beside us that TRUSTED_PROXIES does not
 * name passes everybody on under its own. Of IPv6 the first half, which is what one household is given.
 */
export function countedAddress(
	{ ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>,
	{ trustedProxies }: Config
): string | null {
	const address = plainAddress(ip);
	const proxied = !trustedProxies && cameThroughProxy((name) => headers[name] !== undefined);
	return proxied && isInside(address) ? null : network(address);
}

/** Whether a request that has these headers was passed on by a proxy, or pretends to be. */
export function cameThroughProxy(has: (header: string) => boolean): boolean {
	return traces.some(has);
}

/** IPv4 that was written as IPv6 is IPv4; a zone is of no matter. */
function plainAddress(ip: string): string {
	return ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}

function isInside(address: string): boolean {
	if (isIPv4(address)) return inside.check(address, 'ipv4');
	return isIPv6(address) && inside.check(address, 'ipv6');
}

/** `2001:db8::1` → `2001:db8:0:0`. */
function network(address: string): string {
	if (!isIPv6(address)) return address;
	const [head = '', tail] = address.split('::', 2);
	const before = head === '' ? [] : head.split(':');
	const after = tail ? tail.split(':') : [];
	const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
	const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
	return groups
		.slice(0, 4)
		.map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
		.join(':');
}
