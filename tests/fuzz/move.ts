import type { Checked } from './checks.ts';
import type { Described, OpenApi } from './description.ts';
import { callAs, type Player, type Received, type Send, type Sent, type Stage } from './players.ts';
import type { Pool } from './pool.ts';
import type { Random } from './random.ts';

export interface Campaign {
	send: Send;
	openApi: OpenApi;
	/** Of the one-time link for the first administrator. */
	token: string;
	seed: number;
	requests: number;
	/** How many requests are under way at once. */
	atOnce: number;
	/** Called now and then with the share that is done. */
	progress?(share: number): void;
}

export interface Move extends Campaign {
	pool: Pool;
	stage: Stage;
	routes: Described[];
	random: Random;
	note(checked: Checked): void;
}

/** Sends one request as a player, notes the answer, and remembers what it tells of. */
export async function tryOut(
	{ send, pool, note }: Move,
	{
		route,
		player,
		sent
	}: { route: Described; player: Player; sent: Omit<Sent, 'headers'> & Partial<Pick<Sent, 'headers'>> }
): Promise<Received> {
	const received = await callAs(send, player, sent);
	const answer = read(received);
	if (received.status < 300) pool.learnFrom(route.name, answer);
	note({ route, player, sent, received, answer });
	return received;
}

export function read({ type, body }: Received): unknown {
	if (!/json/.test(type)) return undefined;
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}
