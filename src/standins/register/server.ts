import type { KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { answerParts, contentDigest, publicKeyFrom, signMessage } from '../../platform/message-signature.ts';
import { Book } from './book.ts';
import { answerTo, type Answer } from './desk.ts';
import { turnedAway, type Arrived } from './door.ts';
import { drawFault, isFault, type Fault, type Trouble } from './faults.ts';
import { ownKey } from './own-key.ts';
import { notice, troublePage } from './pages.ts';
import type { Settings } from './settings.ts';

/** The register, and what is to go wrong in it. */
export interface Register {
	readonly server: Server;
	readonly key: KeyObject;
	readonly book: Book;
	/** From now on this goes wrong. */
	choose(trouble: Trouble): void;
	close(): void;
}

type Means = Pick<Settings, 'address' | 'siteKey' | 'folder' | 'slowMs' | 'decideMs'> & { clock?: () => number };

/** The stand-in for the national register. It answers nobody but the site, and signs what it says. */
export function openRegister(settings: Means): Register {
	const key = ownKey(settings.folder);
	const { clock = Date.now } = settings;
	const book = new Book({ folder: settings.folder, decideMs: settings.decideMs, clock });
	const siteKey = publicKeyFrom(settings.siteKey);
	let trouble: Trouble = { faults: [], percent: 0 };

	async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const arrived = { ...(await read(request)), url: new URL(request.url ?? '/', settings.address) };
		if (arrived.url.pathname === '/tap') return page(arrived, response);
		const fault = drawFault(trouble);
		if (fault === 'slow') await pause(settings.slowMs);
		if (fault === 'down') return end(response, 503, notice);
		const away = turnedAway(arrived, { siteKey, book, now: clock() });
		const answer = away ? { status: 401, body: { error: away } } : answerTo(book, arrived, fault);
		const requestSignature = String(request.headers['signature'] ?? '');
		send(response, { key, answer, requestSignature, created: Math.floor(clock() / 1000) }, fault);
	}

	function page({ method, body }: Arrived, response: ServerResponse): void {
		if (method === 'POST') trouble = typedTrouble(new URLSearchParams(body.toString()));
		response.setHeader('content-type', 'text/html; charset=utf-8');
		end(response, 200, troublePage(trouble));
	}

	const server = createServer((request, response) => {
		serve(request, response).catch(() => end(response, 400, notice));
	});
	return {
		...{ server, key, book },
		choose: (chosen) => void (trouble = chosen),
		close() {
			server.close(() => book.close());
			server.closeAllConnections();
		}
	};
}

function typedTrouble(form: URLSearchParams): Trouble {
	const percent = Number(form.get('percent') ?? 0);
	return { faults: form.getAll('fault').filter(isFault), percent: percent >= 0 && percent <= 100 ? percent : 0 };
}

const largest = 256 * 1024;

async function read(request: IncomingMessage): Promise<Omit<Arrived, 'url'>> {
	const parts: Buffer[] = [];
	let size = 0;
	for await (const part of request as AsyncIterable<Buffer>) {
		size += part.length;
		if (size > largest) throw new Error('too large');
		parts.push(part);
	}
	return { method: request.method ?? '', headers: request.headers, body: Buffer.concat(parts) };
}

function end(response: ServerResponse, status: number, text: string): void {
	if (!response.headersSent) response.statusCode = status;
	response.end(text);
}

interface Sent {
	key: KeyObject;
	answer: Answer;
	requestSignature: string;
	created: number;
}

/** Signs an answer and sends it, or what becomes of it on the way. */
function send(response: ServerResponse, { key, answer, requestSignature, created }: Sent, fault: Fault | null): void {
	if (fault === 'lost') return void response.destroy();
	if (fault === 'garbage') return end(response, 200, '<html>Xin chờ trong giây lát…');
	const text = JSON.stringify({ standIn: true, notice, ...answer.body });
	const digest = contentDigest(text);
	const parts = answerParts({ status: answer.status, digest, requestSignature });
	const headers = {
		'content-type': 'application/json; charset=utf-8',
		'content-length': Buffer.byteLength(text),
		'content-digest': digest,
		...signMessage(key, parts, { keyid: 'register', created })
	};
	if (fault !== 'twice') return void response.writeHead(answer.status, headers).end(text);
	// The whole answer a second time on the same connection, where the next request may take it for its own.
	const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
	const raw = [`HTTP/1.1 ${answer.status} OK`, ...head, '', text].join('\r\n');
	response.socket?.write(raw + raw);
	response.detachSocket(response.socket as NonNullable<typeof response.socket>); // it is there: the line above wrote to it
}
