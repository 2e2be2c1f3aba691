import { createTransport } from 'nodemailer';
import { listPeopleByLearner } from '../../identity/index.ts';
import { say } from '../../platform/messages/index.ts';
import { reminderMails } from '../../platform/metrics.ts';
import type { Schedule } from '../../platform/schedules.ts';
import type { AssignHouse } from '../assign-house.ts';
import { claimMail, listDueMail, settleMail, type ReminderRow } from './queries.ts';

const batch = 50;
const minuteMs = 60_000;
/** For so long nobody else tries a mail that is on its way. */
const leaseMs = 10 * minuteMs;
const longestWaitMs = 12 * 60 * minuteMs;

/** A mail as it goes out. */
interface Letter {
	readonly to: string;
	readonly subject: string;
	readonly text: string;
}

/** Mails reminders that wait, by day only. Whoever sends one takes it first: two processes never send the same. */
export function reminderMail(house: AssignHouse): Schedule {
	return { name: 'reminder-mail', everyMs: minuteMs, run: () => sendDue(house) };
}

async function sendDue(house: AssignHouse): Promise<void> {
	const { mail } = house.config;
	const now = house.clock.now();
	if (!mail || !isDay(house, now)) return;
	const transport = createTransport(mail.url, { from: mail.from });
	try {
		const send = (letter: Letter) => transport.sendMail(letter);
		for (const row of await listDueMail(house.store.read, { now, limit: batch })) await sendOne(house, row, send);
	} finally {
		transport.close();
	}
}

/** Whether mail may go out at this hour in Viet Nam. */
function isDay({ catalog }: AssignHouse, now: Date): boolean {
	const { fromHour, toHour } = catalog.reminderRules();
	const hour = (now.getUTCHours() + 7) % 24;
	return hour >= fromHour && hour < toHour;
}

async function sendOne(
	house: AssignHouse,
	row: ReminderRow,
	send: (letter: Letter) => Promise<unknown>
): Promise<void> {
	const { store, clock, log, catalog } = house;
	const tries = row.mailTries + 1;
	const wait = Math.max(leaseMs, Math.min(longestWaitMs, 5 * minuteMs * 2 ** tries));
	const until = new Date(clock.now().getTime() + wait);
	if (!row.email || !(await store.transact((tx) => claimMail(tx, row, until)))) return;
	try {
		await send(await letterOf(house, row, row.email));
		await store.transact((tx) => settleMail(tx, row.id, clock.now()));
		reminderMails.inc({ outcome: 'sent' });
	} catch (error) {
		const { code } = error as { code?: unknown }; // what nodemailer throws carries one; its words may hold the address
		const last = tries >= catalog.reminderRules().mailTries;
		reminderMails.inc({ outcome: last ? 'given-up' : 'put-off' });
		if (!last) return log.warn({ code }, 'a reminder was not mailed; it is tried again');
		await store.transact((tx) => settleMail(tx, row.id, null));
		log.error({ code }, 'a reminder was not mailed and is given up');
	}
}

/** Her name and a link, and nothing of what she has to learn: mail is read over shoulders. */
async function letterOf({ store, config }: AssignHouse, { learnerId, kind, things }: ReminderRow, to: string) {
	const [person] = await listPeopleByLearner(store.read, [learnerId]);
	const about = { name: person?.name ?? '', things, address: `${config.origin}/viec-duoc-giao` };
	return { to, subject: say('vi', 'reminding.mail-subject'), text: say('vi', `reminding.mail-${kind}`, about) };
}
