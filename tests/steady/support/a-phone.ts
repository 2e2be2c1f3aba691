import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Answer {
	status: number;
	headers: Headers;
	/** The parsed JSON body. */
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever the contract promises
	body: any;
}

/** A phone over a real socket: keeps its cookies; throws where the network or the server is gone. */
export class SocketPhone {
	readonly cookies = new Map<string, string>();
	readonly #url: string;

	constructor(url: string) {
		this.#url = url;
	}

	async call(method: string, path: string, body?: unknown): Promise<Answer> {
		const sent = body === undefined ? null : { type: 'application/json', text: JSON.stringify(body) };
		const answer = await this.send(method, `/api${path}`, sent);
		const told = await answer.text();
		return { status: answer.status, headers: answer.headers, body: told ? JSON.parse(told) : undefined };
	}

	async send(method: string, path: string, body: { type: string; text: string } | null = null): Promise<Response> {
		const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const answer = await fetch(this.#url + path, {
			method,
			redirect: 'manual',
			headers: {
				origin: this.#url,
				accept: 'text/html,*/*;q=0.8',
				...(cookie && { cookie }),
				...(body && { 'content-type': body.type })
			},
			...(body && { body: body.text })
		});
		for (const line of answer.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (value === '') this.cookies.delete(name);
			else this.cookies.set(name, value);
		}
		return answer;
	}
}

const bank = readFileSync(join(import.meta.dirname, '../../support/content/courses/thu/questions/tat-ca.md'), 'utf8');

/** The right option of a question of the small content's quiz. */
export function rightOption(questionId: string): string {
	const block = bank.split(`{#${questionId} `)[1]?.split('\n:::')[0] ?? '';
	const options = [...block.matchAll(/^- \[(.)\]/gm)].map(([, mark]) => mark);
	return 'abcdef'.charAt(options.indexOf('x'));
}
