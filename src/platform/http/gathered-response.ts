import { ServerResponse, type IncomingMessage } from 'node:http';

type End = (...given: unknown[]) => unknown;

/** Responses that end in this turn, each with what was given to its `end`. */
let ending: { response: GatheredResponse; given: unknown[] }[] = [];

function sendAll(): void {
	const all = ending;
	ending = [];
	for (const { response, given } of all) response.endNow(given);
}

/**
 * A response whose end goes out together with those of the same turn of the event loop. Writing to a connection wakes
 * who reads at its other end (a proxy, for all of them): once for many answers costs a fraction of once for each.
 * Corking the connection does not do it: Node uncorks it at every end.
 */
export class GatheredResponse<Asked extends IncomingMessage = IncomingMessage> extends ServerResponse<Asked> {
	#ended = false;

	static {
		// A property for TypeScript, an accessor in Node: true once `end` was called, whatever is still to be sent.
		Object.defineProperty(this.prototype, 'writableEnded', {
			get(this: GatheredResponse) {
				return this.#ended;
			}
		});
	}

	override end(...given: unknown[]): this {
		this.#ended = true;
		if (ending.length === 0) setImmediate(sendAll);
		ending.push({ response: this, given });
		return this;
	}

	/** Ends for good; what can't be sent breaks this connection and nobody else's answer. */
	endNow(given: unknown[]): void {
		try {
			(super.end as End).apply(this, given); // as typed by whoever called `end`, whatever the overload
		} catch (error) {
			this.destroy(error as Error);
		}
	}
}
