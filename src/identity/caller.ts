import type { FastifyRequest } from 'fastify';
import { take, type Counted, type Limit } from '../platform/allowance.ts';
import type { House } from '../platform/house.ts';
import { countedAddress } from '../platform/http/address.ts';
import { readDevice } from './device-cookie.ts';
import { madePerAddress, madeWithoutCookie, wrongPerAddress, wrongPerDevice } from './limits.ts';
import { readPeople } from './people-here.ts';
import { cookieNames } from './tokens.ts';

/** From where somebody asks, as far as limits go by it. */
export interface Caller {
	/** A device that this site gave a cookie. */
	readonly deviceId: string | null;
	/** Whose accounts were signed in on this device before. */
	readonly knownIds: readonly string[];
	/** Null where it says nothing. */
	readonly address: string | null;
}

/** Nothing is known of where it comes from. */
export const fromNowhere: Caller = { deviceId: null, knownIds: [], address: null };

export function callerOf({ secrets, config }: House, request: FastifyRequest): Caller {
	const here = readPeople(secrets, request.cookies[cookieNames.people]);
	const device = readDevice(secrets, request.cookies[cookieNames.device]);
	return {
		deviceId: here?.deviceId ?? (device?.marked ? device.id : null),
		knownIds: here?.people.map(({ accountId }) => accountId) ?? [],
		address: countedAddress(request, config)
	};
}

/** What something wrong counts on besides whom it was about. */
export function wrongFrom({ deviceId, address }: Caller): Counted[] {
	return [...of(wrongPerDevice, deviceId), ...of(wrongPerAddress, address)];
}

/** Counts something new that anybody can make, or refuses with `platform.too-quick`. */
export async function takeNew(house: House, { deviceId, address }: Caller, perDevice: Limit): Promise<void> {
	const first = deviceId === null ? of(madeWithoutCookie, address) : of(perDevice, deviceId);
	await take(house, [...first, ...of(madePerAddress, address)]);
}

/** What is counted of somebody, where there is somebody to count it of. */
export function of(limit: Limit, who: string | null): Counted[] {
	return who === null ? [] : [[limit, who]];
}
