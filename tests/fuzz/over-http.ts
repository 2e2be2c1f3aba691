import { Agent, request, type IncomingMessage } from 'node:http';
import type { Received, Send } from './players.ts';

/** Longer than this and the server hangs. */
const longestMs = 30_000;

/** Sends over real connections to a server on this machine. */
export function sender(port: number): { send: Send; close(): void } {
	const agent = new Agent({ keepAlive: true, maxSockets: 16 });
	const send: Send = ({ method, url, headers, body }) =>
		new Promise((resolve, reject) => {
			const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
			const options = { host: '127.0.0.1', port, method, path: url, agent, headers: { ...headers, ...length } };
			const sent = request(options, (answer) => {
				const chunks: Buffer[] = [];
				answer.on('data', (chunk: Buffer) => chunks.push(chunk));
				answer.on('error', reject);
				answer.on('end', () => resolve(received(answer, Buffer.concat(chunks))));
			});
			sent.setTimeout(longestMs, () => sent.destroy(new Error(`no answer within ${longestMs} ms: ${method} ${url}`)));
			sent.on('error', reject);
			sent.end(body);
		});
	return { send, close: () => agent.destroy() };
}

function received({ statusCode = 0, headers }: IncomingMessage, body: Buffer): Received {
	return {
		status: statusCode,
		type: headers['content-type'] ?? '',
		headers: headers as Record<string, string>, // only single ones are looked at
		body: body.toString(),
		cookies: (headers['set-cookie'] ?? []).map((line) => {
			const [pair = ''] = line.split(';', 1);
			const at = pair.indexOf('=');
			return [pair.slice(0, at), pair.slice(at + 1)];
		})
	};
}
