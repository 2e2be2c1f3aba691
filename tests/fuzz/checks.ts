import type { Described } from './description.ts';
import type { Player, Received, Sent, Stage } from './players.ts';

/** An answer with all that is needed to judge it. */
export interface Checked {
	route: Described;
	player: Player;
	sent: Omit<Sent, 'headers'> & Partial<Pick<Sent, 'headers'>>;
	received: Received;
	/** The body as JSON; undefined where it is none. */
	answer: unknown;
}

const refusals = new Set([400, 401, 403, 404, 409, 413, 415, 429, 503]);

/** What is wrong with an answer, in sentences that name the request; empty where it keeps every promise. */
export function faultsOf(checked: Checked, { players }: Pick<Stage, 'players'>): string[] {
	const { status } = checked.received;
	const isPromise = status < 300 || checked.route.answers.has(status);
	const faults = [...(isPromise ? promiseFaults(checked) : refusalFaults(checked)), ...headerFaults(checked)];
	const leaked = leakedTo(checked, players);
	if (leaked) faults.push(`shows what belongs to ${leaked}`);
	const { method, url, body } = checked.sent;
	const told = `${checked.player.name}: ${method} ${url.slice(0, 200)} ${(body ?? '').slice(0, 300)}`;
	return faults.map((fault) => `${fault} (${status}) – ${told} → ${checked.received.body.slice(0, 200)}`);
}

function promiseFaults({ route, received, answer }: Checked): string[] {
	const promised = route.answers.get(received.status);
	if (promised === undefined) return ['answers with a status that is not described'];
	if (received.status >= 300 && !/^\/(?!\/)/.test(received.headers['location'] ?? ''))
		return ['leads away from the site'];
	if (promised === null) return [];
	return promised(answer) ? [] : ['does not answer as described'];
}

function refusalFaults({ received, answer }: Checked): string[] {
	const { status, type } = received;
	if (!refusals.has(status)) return ['breaks'];
	const { code, title, requestId, status: told } = (answer ?? {}) as Record<string, unknown>; // checked member by member
	const whole =
		typeof code === 'string' && typeof title === 'string' && typeof requestId === 'string' && told === status;
	if (!type.startsWith('application/problem+json') || !whole) return ['refuses without a problem document'];
	return title === code ? ['refuses without a sentence'] : [];
}

function headerFaults({ received: { headers } }: Checked): string[] {
	const safe = headers['x-content-type-options'] === 'nosniff' && /no-store/.test(headers['cache-control'] ?? '');
	return safe ? [] : ['lacks a header that every answer has'];
}

/** Whose name or other canary stands in somebody else's answer without having stood in the request. */
function leakedTo({ player, sent, received }: Checked, players: readonly Player[]): string | null {
	const asked = `${sent.url} ${sent.body ?? ''}`;
	const known = [...player.lookingAfter, ...(/^\/api\/audit\b/.test(sent.url) ? player.namedInTrail : [])];
	for (const owner of players) {
		if (owner === player || known.includes(owner.name)) continue;
		const secrets = [...owner.canaries, ...[...owner.cookies.values()].filter((value) => value.length > 20)];
		if (secrets.some((secret) => received.body.includes(secret) && !asked.includes(secret))) return owner.name;
	}
	return null;
}
