import { connect, type Socket } from 'node:net';

/** What came back for one request. */
export interface Came {
	status: number;
	/** From the first byte sent to the last one received. */
	ms: number;
}

const headEnd = Buffer.from('\r\n\r\n');

/**
 * One keep-alive connection that asks for one thing after another, never two at once. It reads just enough of an
 * answer to know its status and its end, so that the machine's cores are left to the server.
 */
export class Connection {
	readonly #socket: Socket;
	#rest: Buffer = Buffer.alloc(0);
	/** How much of the body is still to come; null while the head is being read. */
	#missing: number | null = null;
	#status = 0;
	#askedAt = 0;
	#settle: { resolve(came: Came): void; reject(error: Error): void } | null = null;

	private constructor(socket: Socket) {
		this.#socket = socket;
		socket.setNoDelay(true);
		socket.on('data', (chunk: Buffer) => this.#take(chunk));
		socket.on('error', (error) => this.#fail(error));
		socket.on('close', () => this.#fail(new Error('the server closed the connection')));
	}

	static open(port: number): Promise<Connection> {
		return new Promise((resolve, reject) => {
			const socket = connect(port, '127.0.0.1');
			socket.once('error', reject);
			socket.once('connect', () => resolve(new Connection(socket)));
		});
	}

	ask(request: Buffer): Promise<Came> {
		return new Promise((resolve, reject) => {
			this.#settle = { resolve, reject };
			this.#askedAt = performance.now();
			this.#socket.write(request);
		});
	}

	close(): void {
		this.#settle = null;
		this.#socket.destroy();
	}

	#fail(error: Error): void {
		this.#settle?.reject(error);
		this.#settle = null;
	}

	#take(chunk: Buffer): void {
		let body = chunk;
		if (this.#missing === null) {
			const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
			const end = bytes.indexOf(headEnd);
			if (end === -1) {
				this.#rest = bytes;
				return;
			}
			this.#rest = Buffer.alloc(0);
			this.#readHead(bytes.toString('latin1', 0, end + 2));
			body = bytes.subarray(end + headEnd.length);
		}
		this.#missing = (this.#missing ?? 0) - body.length;
		if (this.#missing > 0) return;
		const settle = this.#settle;
		this.#settle = null;
		this.#missing = null;
		settle?.resolve({ status: this.#status, ms: performance.now() - this.#askedAt });
	}

	#readHead(head: string): void {
		this.#status = Number(head.slice(9, 12));
		const length = /\r\ncontent-length: (\d+)\r\n/i.exec(head)?.[1];
		if (length === undefined && this.#status !== 304 && this.#status !== 204)
			this.#fail(new Error(`an answer (${this.#status}) that does not say how long it is`));
		this.#missing = this.#status === 304 ? 0 : Number(length ?? 0);
	}
}
