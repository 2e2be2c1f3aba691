import { writeFileSync } from 'node:fs';
import { listHelpedNames } from '../community/index.ts';
import { listAccountNames } from '../identity/index.ts';
import { makeDataDir, readConfig } from '../platform/config.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { openStore } from '../platform/persistence/open-store.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { findAffected, type Affected } from '../privacy/index.ts';
import { optionsOf, runCommand, say } from './command.ts';

/**
 * npm run affected -- --since 2026-11-20 --until 2026-11-21T12:00+07:00: whom a breach of that time is about, by ids and
 * numbers, from the audit trail and the sessions.
 *   --accounts-viewed-by ID   only what this account opened or did
 *   --names FILE              writes the names of accounts and of whom helpers wrote down there, readable by its owner alone
 */
await runCommand(async () => {
	const types = { since: 'string', until: 'string', 'accounts-viewed-by': 'string', names: 'string' } as const;
	const options = optionsOf(types);
	const breach = {
		since: instantOf('since', options.since),
		until: instantOf('until', options.until),
		viewedBy: options['accounts-viewed-by']
	};
	const config = readConfig();
	makeDataDir(config);
	const store = await openStore(config);
	try {
		await store.migrate();
		const affected = await findAffected(store.read, breach);
		tell(affected);
		if (!options.names) return;
		writeFileSync(options.names, await namesOf(store.read, affected), { mode: 0o600, flag: 'wx' });
		say(`Tên đã ghi vào tệp chỉ chủ tệp đọc được / names are in a file that only its owner can read: ${options.names}`);
	} finally {
		await store.close();
	}
});

/** A line for each whose name is kept: id and name. Whoever was deleted since has none. */
async function namesOf(reader: Reader, { opened, signedIn }: Affected): Promise<string> {
	const accounts = [...new Set([...(opened.get('account') ?? []), ...signedIn])];
	const helped = [...(opened.get('helped-learner') ?? [])];
	const names = new Map([...(await listAccountNames(reader, accounts)), ...(await listHelpedNames(reader, helped))]);
	return [...accounts, ...helped].map((id) => `${id}\t${names.get(id) ?? ''}\n`).join('');
}

/** A day is a day in Viet Nam. */
function instantOf(name: string, typed: string | undefined): Date {
	const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(typed ?? '') ? `${typed}T00:00:00+07:00` : (typed ?? ''));
	if (!Number.isNaN(at.getTime())) return at;
	throw new Obstacle(`--${name} 2026-11-20 hoặc / or 2026-11-20T08:00+07:00`);
}

function tell({ opened, lists, signedIn }: Affected): void {
	for (const [kind, ids] of opened) {
		say(`${kind}: ${ids.size}`);
		for (const id of ids) say(`  ${id}`);
	}
	say(`Lần xem danh sách / lists shown: ${lists}`);
	say(`Tài khoản đang đăng nhập lúc ấy / accounts signed in meanwhile: ${signedIn.length}`);
	for (const id of signedIn) say(`  ${id}`);
}
