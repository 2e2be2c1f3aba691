import { faultsOf, type Checked } from './checks.ts';
import { describedRoutes, type Described } from './description.ts';
import { learnLesson, takeQuiz } from './journeys.ts';
import { tryOut, type Campaign, type Move } from './move.ts';
import { callAs, setTheStage, type Player, type Send, type Sent, type Stage } from './players.ts';
import { kindOf, Pool } from './pool.ts';
import { randomFrom, type Random } from './random.ts';
import { broken, fitting, oddTexts } from './values.ts';

export interface Outcome {
	sent: number;
	/** Per route, how often each status came. */
	statuses: Map<string, Map<number, number>>;
	faults: string[];
}

/** Who comes in or goes out is not the one who was; only the newcomer does so. */
const changesWhoOneIs =
	/^(POST \/(accounts|session|session\/refresh|reopenings\/use|first-administrator|me\/password)|DELETE \/(session|sessions|me\/sessions\/\{id\}))$/;
/** Each of these takes the work of a password. */
const costly = /^POST \/(accounts|session|reopenings\/use|first-administrator|me\/password)$/;

/** Sends requests made from the API's own description, and ways to break them, and looks at every answer. */
export async function runCampaign(campaign: Campaign): Promise<Outcome> {
	const random = randomFrom(campaign.seed);
	const stage = await setTheStage(campaign.send, random, campaign.token);
	const pool = await aPool(campaign.send, stage);
	const routes = describedRoutes(campaign.openApi);
	const outcome: Outcome = { sent: 0, statuses: new Map(), faults: [] };
	const note = (checked: Checked) => {
		outcome.sent++;
		count(outcome, checked);
		for (const fault of faultsOf(checked, stage)) if (outcome.faults.length < 200) outcome.faults.push(fault);
		if (outcome.sent % 500 === 0) campaign.progress?.(outcome.sent / campaign.requests);
	};
	const strand = async (own: Random) => {
		while (outcome.sent < campaign.requests && outcome.faults.length < 200)
			await step({ ...campaign, pool, stage, routes, random: own, note });
	};
	await Promise.all(
		Array.from({ length: campaign.atOnce }, (_, i) => strand(randomFrom(campaign.seed + 7919 * (i + 1))))
	);
	return outcome;
}

function count({ statuses }: Outcome, { route, received }: Checked): void {
	const own = statuses.get(route.name) ?? new Map<number, number>();
	own.set(received.status, (own.get(received.status) ?? 0) + 1);
	statuses.set(route.name, own);
}

async function aPool(send: Send, { players, places, accounts }: Stage): Promise<Pool> {
	const pool = new Pool();
	for (const id of places) pool.add('place', id);
	for (const id of accounts) pool.add('account', id);
	const [root] = players;
	const ask = async (url: string) => JSON.parse((await callAs(send, root as Player, { method: 'GET', url })).body);
	for (const { id } of (await ask('/api/programmes')).programmes) {
		pool.add('programme', id);
		for (const course of (await ask(`/api/programmes/${id}`)).courses) pool.learnFrom('GET /courses/{id}', course);
	}
	for (let i = 0; i < 3; i++) {
		const course = pool.some(randomFrom(i), 'course');
		pool.learnFrom('GET /courses/{id}', await ask(`/api/courses/${course}`));
	}
	return pool;
}

async function step(move: Move): Promise<void> {
	const { random, stage, routes } = move;
	if (random.chance(0.02)) return takeQuiz(move, random.pick(stage.players));
	if (random.chance(0.02)) return learnLesson(move, random.pick(stage.players));
	const route = random.pick(routes);
	if (costly.test(route.name) && random.chance(0.6)) return;
	const player = changesWhoOneIs.test(route.name) ? stage.newcomer : random.pick(stage.players);
	await tryOut(move, { route, player, sent: requestFor(move, route, player) });
}

function requestFor(
	move: Move,
	route: Described,
	player: Player
): Omit<Sent, 'headers'> & { headers: Record<string, string> } {
	const { random } = move;
	const headers = oddHeaders(random);
	const whole = { method: route.method, url: addressFor(move, route, player), headers };
	if (route.body === null || route.method === 'GET') return whole;
	const body = (fitting(random, route.body) ?? {}) as Record<string, unknown>; // bodies are objects
	for (const member of Object.keys(body))
		body[member] = memberValue(move, player, { member, path: route.path, otherwise: () => body[member] });
	return { ...whole, body: random.chance(0.45) ? JSON.stringify(body) : broken(random, body) };
}

function addressFor(move: Move, route: Described, player: Player): string {
	const { random } = move;
	let url = route.path;
	const query = new URLSearchParams();
	for (const { name: member, in: where, required, schema } of route.parameters) {
		const given = memberValue(move, player, { member, path: route.path, otherwise: () => fitting(random, schema) });
		const whole = String(given).replace(/\p{Surrogate}/gu, '\uFFFD');
		if (where === 'path') url = url.replace(`{${member}}`, () => encodeURIComponent(whole));
		else if (required || random.chance(0.5)) query.append(member, String(given));
	}
	if (random.chance(0.05)) query.append(random.pick(['x', 'limit', 'after', '__proto__[x]']), random.pick(oddTexts));
	return query.size > 0 ? `${url}?${query}` : url;
}

interface Wanted {
	member: string;
	path: string;
	otherwise: () => unknown;
}

/** What members of certain names are mostly given, so that some requests get through. */
const usual: [RegExp, (move: Move, player: Player) => unknown][] = [
	[/^(password|current|next)$/, (_move, player) => player.password],
	[/^(identifier|username)$/, (_move, player) => player.identifier],
	[/^name$/, () => 'Người Mới Đến'],
	[/^birthYear$/, () => 1964],
	[/^phone$/, ({ random }) => `09${10_000_000 + random.int(90_000_000)}`],
	[/^villages$/, () => 'Thôn Một\n- Thôn Hai\n3. Thôn Ba']
];

/** Mostly something that is there, often of somebody else. */
function memberValue(move: Move, player: Player, { member, path, otherwise }: Wanted): unknown {
	const { random, pool } = move;
	if (random.chance(0.15)) return random.pick(oddTexts);
	const known = usual.find(([name]) => name.test(member));
	if (known && random.chance(0.6)) return known[1](move, player);
	const kind = kindOf(member, path);
	return (kind !== null && random.chance(0.85) ? pool.some(random, kind) : undefined) ?? otherwise();
}

function oddHeaders(random: Random): Record<string, string> {
	const headers: Record<string, string> = {};
	if (random.chance(0.2)) headers['accept-language'] = random.pick(['en', 'vi', 'xx', '*', 'en;q=0.1', ',,,;']);
	if (random.chance(0.03))
		headers['content-type'] = random.pick(['text/plain', 'application/json; charset=x', 'a/b', 'multipart/form-data']);
	if (random.chance(0.03))
		headers['authorization'] = random.pick(['Bearer x', 'Bearer a.b.c', 'Basic eDp5', `Bearer ${'a'.repeat(3_000)}`]);
	if (random.chance(0.02)) headers['origin'] = random.pick(['null', 'https://evil.example']);
	return headers;
}
