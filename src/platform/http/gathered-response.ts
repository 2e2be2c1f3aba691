import { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

let waiting: Socket[] = [];

function sendAll(): void {
	const sockets = waiting;
	waiting = [];
	for (const socket of sockets) socket.uncork();
}

/**
 * A response whose last bytes go out together with those of the same turn of the event loop. Writing to a connection
 * wakes who reads at its other end (a proxy, for all of them): once for many answers costs a fraction of once for each.
 * Only the connection holds the bytes back; for whoever ends the response it has ended.
 */
export class GatheredResponse extends ServerResponse {
	override end(...given: unknown[]): this {
		const { socket } = this;
		if (socket) {
			socket.cork();
			if (waiting.length === 0) setImmediate(sendAll);
			waiting.push(socket);
		}
		return (super.end as (...given: unknown[]) => this).apply(this, given); // whatever the overload
	}
}
