import type { Random } from './random.ts';

export interface Sent {
	method: string;
	url: string;
	headers: Record<string, string>;
	body?: string;
}

export interface Received {
	status: number;
	type: string;
	headers: Record<string, string>;
	body: string;
	cookies: [name: string, value: string][];
}

/** Takes a request to the server and brings back its answer; fails where none comes. */
export type Send = (request: Sent) => Promise<Received>;

/** Somebody with a browser. */
export interface Player {
	name: string;
	cookies: Map<string, string>;
	/** Texts that are this player's own, and stand in nobody else's answers. */
	canaries: string[];
	/** Whose canaries this player may see: those of the people of the same commune. */
	lookingAfter: readonly string[];
	/** Who acted on those people from above: the trail of the commune names them to whoever may read it. */
	namedInTrail: readonly string[];
	password: string;
	identifier: string;
}

const origin = 'http://fuzz.test';

/** Calls as this player and keeps the cookies that come back. */
export async function callAs(send: Send, player: Player, sent: Omit<Sent, 'headers'> & Partial<Pick<Sent, 'headers'>>) {
	const cookie = [...player.cookies].map((each) => each.join('=')).join('; ');
	const headers = {
		host: 'fuzz.test',
		origin,
		...(cookie && { cookie }),
		...(sent.body !== undefined && { 'content-type': 'application/json' }),
		...sent.headers
	};
	const received = await send({ ...sent, headers });
	for (const [name, value] of received.cookies) {
		if (value === '') player.cookies.delete(name);
		else player.cookies.set(name, value);
	}
	return received;
}

const aPlayer = (random: Random, name: string, lookingAfter: string[] = []): Player => ({
	name,
	cookies: new Map(),
	canaries: [],
	lookingAfter,
	namedInTrail: name === 'administratorY' ? ['root'] : [],
	password: `${word(random)} ${word(random)}`,
	identifier: `${word(random)}.fuzz`
});

/** A word that nobody uses. */
function word(random: Random): string {
	return Array.from({ length: 9 }, () => 'bcdghklmnpqrstvx'[random.int(16)] ?? '').join('');
}

export interface Stage {
	players: Player[];
	/** Comes in and goes out as somebody new each time. */
	newcomer: Player;
	places: string[];
	accounts: string[];
}

/** Everybody who takes part: strangers, people who learn, and people with roles on two communes. */
export async function setTheStage(send: Send, random: Random, token: string): Promise<Stage> {
	const call = async (player: Player, method: string, url: string, body?: unknown) => {
		const received = await callAs(send, player, { method, url: `/api${url}`, body: JSON.stringify(body) });
		if (received.status >= 300) throw new Error(`${player.name} ${method} ${url}: ${received.status} ${received.body}`);
		return received.body === '' ? undefined : JSON.parse(received.body);
	};
	const root = aPlayer(random, 'root', ['inX', 'inY', 'helperX', 'administratorY']);
	const named = (player: Player) =>
		`Người ${word(random)} ${player.canaries.push(word(random)) && player.canaries.at(-1)}`;
	const person = (player: Player) => {
		const { password, identifier: username } = player;
		player.canaries.push(username);
		return { name: named(player), birthYear: 1964, username, password };
	};
	await call(root, 'POST', '/first-administrator', { ...person(root), token });
	const province = (await call(root, 'GET', '/places')).places[0].id as string;
	const commune = async (name: string) =>
		(await call(root, 'POST', '/places', { parentId: province, name })).id as string;
	const X = await commune('Xã Thử Một');
	const Y = await commune('Xã Thử Hai');
	const accounts: string[] = [];
	const resident = async (name: string, placeId: string, role?: string) => {
		const neighbours = placeId === X ? ['inX', 'helperX'] : ['inY', 'administratorY'];
		const player = aPlayer(random, name, role ? neighbours : []);
		const me = await call(player, 'POST', '/accounts', { ...person(player), placeId });
		accounts.push(me.account.id as string);
		if (role) await call(root, 'POST', '/grants', { accountId: me.account.id, role, placeId });
		return player;
	};
	const players = [
		root,
		await resident('inX', X),
		await resident('inY', Y),
		await resident('helperX', X, 'helper'),
		await resident('administratorY', Y, 'administrator'),
		aPlayer(random, 'deviceA'),
		aPlayer(random, 'deviceB'),
		aPlayer(random, 'visitor')
	];
	return { players, newcomer: aPlayer(random, 'newcomer'), places: [province, X, Y, 'vn'], accounts };
}
