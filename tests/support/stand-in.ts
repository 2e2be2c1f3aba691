import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { openStandIn } from '../../src/standins/vneid/provider.ts';
import { serveStandIn } from '../../src/standins/vneid/server.ts';
import { freePort } from './free-port.ts';
import { visit, type Visit } from './stand-in-visit.ts';

export type { Visit } from './stand-in-visit.ts';

export const vneidSettings = { VNEID_CLIENT_ID: 'bdhvs-thu', VNEID_CLIENT_SECRET: 'mot-bi-mat-chi-de-thu' };

export interface StandInServer {
	/** The settings of a site that signs people in through it. */
	settings: Record<string, string>;
	/** Goes through its pages as a browser without script would: gives the address it sends the browser back to. */
	visit(url: string, how: Visit): Promise<URL>;
	stop(): Promise<void>;
}

/** The stand-in for VNeID, on a port of its own, speaking over HTTP. */
export async function aStandIn({ site = 'http://hoc.test', slowMs = 30_000 } = {}): Promise<StandInServer> {
	const port = await freePort();
	const issuer = `http://localhost:${port}`;
	const clientId = vneidSettings.VNEID_CLIENT_ID;
	const clientSecret = vneidSettings.VNEID_CLIENT_SECRET;
	const server = serveStandIn(await openStandIn({ port, issuer, site, clientId, clientSecret, slowMs }), clientId);
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	if ((server.address() as AddressInfo).port !== port) throw new Error('the stand-in listens elsewhere');
	const stop = async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
	onTestFinished(stop);
	return {
		settings: { ...vneidSettings, VNEID_ISSUER: issuer, STANDINS: 'on' },
		visit: (url, how) => visit({ issuer, site }, url, how),
		stop
	};
}
