import { createTransport } from 'nodemailer';
import { listPeopleByLearner } from '../../identity/index.ts';
import { say } from '../../platform/messages/index.ts';
import { reminderMails } from '../../platform/metrics.ts';
import type { AssignHouse } from '../assign-house.ts';
import { claimMails, putOffMail, settleMail, type ReminderRow } from './queries.ts';

/** So many are taken up and go out beside each other. */
const together = 5;
const minuteMs = 60_000;
/** For so long nobody else tries a mail that is on its way. */
const leaseMs = 10 * minuteMs;
const longestWaitMs = 12 * 60 * minuteMs;
/** A round ends after as long, so that a process that is to stop is not held up; the next one goes on. */
const roundMs = 4_000;
/** A mail server that can't be reached is left alone for as long: that is no fault of the mails. */
const restMs = minuteMs;
const unreachable = new Set(['ECONNECTION', 'ECONNREFUSED', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'EAUTH']);

/** A mail as it goes out. */
interface Letter {
	/** The same at each try, by which mail programs know one that comes twice. */
	readonly messageId: string;
	readonly to: string;
	readonly subject: string;
	readonly text: string;
}
type Send = (letter: Letter) => Promise<unknown>;

/**
 * Mails reminders that wait, by day only, until none is left or the round is over. Every process does: whoever sends
 * some takes them first, so that no two send the same.
 */
export function reminderMail(house: AssignHouse): () => Promise<void> {
	let restUntil = 0;
	return async () => {
		const { mail } = house.config;
		const startedAt = house.clock.now().getTime();
		if (!mail || startedAt < restUntil) return;
		const transport = createTransport({ url: mail.url, pool: true, maxConnections: together }, { from: mail.from });
		try {
			for (;;) {
				const now = house.clock.now();
				if (!isDay(house, now) || now.getTime() > startedAt + roundMs) return;
				const outcome = await sendSome(house, (letter) => transport.sendMail(letter));
				if (outcome === 'unreachable') restUntil = now.getTime() + restMs;
				if (outcome !== 'more') return;
			}
		} finally {
			transport.close();
		}
	};
}

/** Whether mail may go out at this hour in Viet Nam. */
function isDay({ catalog }: AssignHouse, now: Date): boolean {
	const { fromHour, toHour } = catalog.reminderRules();
	const hour = (now.getUTCHours() + 7) % 24;
	return hour >= fromHour && hour < toHour;
}

async function sendSome(house: AssignHouse, send: Send): Promise<'more' | 'none' | 'unreachable'> {
	const now = house.clock.now();
	const until = new Date(now.getTime() + leaseMs);
	const rows = await house.store.transact((tx) => claimMails(tx, { now, until, limit: together }));
	const reached = await Promise.all(rows.map((row) => sendOne(house, row, send)));
	if (reached.includes(false)) return 'unreachable';
	return rows.length > 0 ? 'more' : 'none';
}

/** Sends a mail that was taken up, or puts it off. False where the server could not be reached at all. */
async function sendOne(house: AssignHouse, row: ReminderRow, send: Send): Promise<boolean> {
	const letter = await letterOf(house, row);
	const failure = await send(letter).then(
		() => null,
		(error: { code?: unknown }) => ({ code: error.code }) // what nodemailer throws carries one; its words may hold the address
	);
	if (failure) {
		await putOff(house, row, failure.code);
		return !unreachable.has(String(failure.code));
	}
	await house.store.transact((tx) => settleMail(tx, row.id, house.clock.now()));
	reminderMails.inc({ outcome: 'sent' });
	return true;
}

async function putOff({ store, clock, log, catalog }: AssignHouse, { id, mailTries }: ReminderRow, code: unknown) {
	const last = mailTries >= catalog.reminderRules().mailTries;
	reminderMails.inc({ outcome: last ? 'given-up' : 'put-off' });
	if (last) {
		await store.transact((tx) => settleMail(tx, id, null));
		return log.error({ code }, 'a reminder was not mailed and is given up');
	}
	const wait = Math.min(longestWaitMs, 5 * minuteMs * 2 ** mailTries);
	await store.transact((tx) => putOffMail(tx, id, new Date(clock.now().getTime() + wait)));
	log.warn({ code }, 'a reminder was not mailed; it is tried again');
}

/** Her name and a link, and nothing of what she has to learn: mail is read over shoulders. */
async function letterOf({ store, config }: AssignHouse, { id, learnerId, kind, things, email }: ReminderRow) {
	const [person] = await listPeopleByLearner(store.read, [learnerId]);
	const about = { name: person?.name ?? '', things, address: `${config.origin}/viec-duoc-giao` };
	const messageId = `<${id}@${new URL(config.origin).hostname}>`;
	return {
		messageId,
		to: email ?? '',
		subject: say('vi', 'reminding.mail-subject'),
		text: say('vi', `reminding.mail-${kind}`, about)
	};
}
