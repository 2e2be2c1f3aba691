import type { BrowserContext } from '@playwright/test';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { newId } from '../../../src/platform/ids.ts';
import { asAdministrator, earnRecord, newName } from './people.ts';
import { joined } from './vneid.ts';

/** Something past the server, in its database. */
export function inDatabase(work: (database: Database.Database) => void): void {
	const database = new Database(join(process.env.SITE_DATA ?? '', 'hoc.sqlite'), { timeout: 20_000 });
	try {
		database.transaction(() => work(database)).immediate(); // the site writes too
	} finally {
		database.close();
	}
}

type Message = { state: 'waiting' | 'dead'; fault: string | null };

/** What issuing a record of a group writes, with its message as it is to be. */
function requestFor(database: Database.Database, code: string, { state, fault }: Message): void {
	const { line } = (database.prepare('select learner_id as line from completion_records where code = ?').get(code) ?? {
		line: code
	}) as { line: string };
	const [id, now] = [newId(), Date.now()];
	database.prepare("update completion_records set kind = 'group' where code = ?").run(code);
	const message = [id, code, line, 1, 'confirm', null, state, 0, 0, now, fault];
	database.prepare('insert into register_messages values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(...message);
	const confirmation = [code, line, '/', 'waiting', id, null, 1, now, null, null, null];
	database.prepare('insert into confirmations values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(...confirmation);
}

/** A practice record of hers that is to be confirmed; its code. */
export async function toBeConfirmed(
	context: BrowserContext,
	message: Message = { state: 'waiting', fault: null }
): Promise<string> {
	const called = newName('Vi Thị');
	await joined(context, called);
	const { code } = await earnRecord(context, called);
	inDatabase((database) => requestFor(database, code, message));
	return code;
}

let troubles = 0;
const newCode = () => `TRBL-${process.pid}-${Date.now()}-${++troubles}`;

/** The administrator has something to look at; its code. */
async function troubled(context: BrowserContext): Promise<string> {
	await asAdministrator(context);
	const code = newCode();
	inDatabase((database) => requestFor(database, code, { state: 'dead', fault: 'someone-else' }));
	return code;
}

/** Both sides were compared and did not agree on one of each kind; the id of the comparison. */
export async function compared(context: BrowserContext): Promise<string> {
	await asAdministrator(context);
	const [id, now] = [newId(), Date.now()];
	inDatabase((database) => {
		const run = [id, null, now - 60_000, now, now, 1_200, 1_199, 1_196, 4, null];
		database.prepare('insert into reconciliations values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(...run);
		const kinds = [
			['confirmed', null, 0],
			[null, 'confirmed', 0],
			['confirmed', 'confirmed', 1],
			['refused', 'confirmed', 0]
		] as const;
		for (const [here, there, someoneElse] of kinds) {
			const found = [newId(), id, newCode(), '/', here, there, someoneElse, null, null, null, null];
			database.prepare('insert into mismatches values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(...found);
		}
	});
	return id;
}

/** The pages of the national register, for the walk of every page. */
export const registerScenes: Record<string, (context: BrowserContext) => Promise<string>> = {
	'/quan-tri/so-xac-nhan (something to look at)': async (context) => {
		await troubled(context);
		await compared(context);
		return '/quan-tri/so-xac-nhan';
	},
	'/en/quan-tri/so-xac-nhan (it was mended)': async (context) => {
		await asAdministrator(context);
		return '/en/quan-tri/so-xac-nhan?xong=mended';
	},
	'/quan-tri/so-xac-nhan, the differences': async (context) => `/quan-tri/so-xac-nhan/${await compared(context)}`,
	'a record on its way to the register': async (context) => `/giay-xac-nhan/${await toBeConfirmed(context)}`
};
