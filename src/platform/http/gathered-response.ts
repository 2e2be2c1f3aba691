import { ServerResponse } from 'node:http';

let waiting: (() => void)[] = [];

function sendAll(): void {
	const answers = waiting;
	waiting = [];
	for (const send of answers) send();
}

/**
 * A response whose end goes out together with those of the same turn of the event loop. Writing to a connection wakes
 * who reads at its other end (a proxy, for all of them): once for many answers costs a fraction of once for each.
 */
export class GatheredResponse extends ServerResponse {
	override end(...given: unknown[]): this {
		if (waiting.length === 0) setImmediate(sendAll);
		const end = super.end as (...given: unknown[]) => this; // as typed by whoever called, whatever the overload
		waiting.push(() => end.apply(this, given));
		return this;
	}
}
