import { parseArgs } from 'node:util';
import { acceptSeal } from '../platform/audit.ts';
import {
	verifyAuditTrail,
	type AuditFault,
	type AuditVerdict,
	type KnownEntry
} from '../platform/audit-verification.ts';
import { systemClock } from '../platform/clock.ts';
import { ConfigError, makeDataDir, readConfig } from '../platform/config.ts';
import { say } from '../platform/messages/index.ts';
import { openStore } from '../platform/persistence/open-store.ts';
import { openSecrets } from '../platform/secrets.ts';

/**
 * npm run audit:check: walks the whole audit trail and ends with 1 where it is broken.
 *   -- --known 120:<hash>   an entry as an export or an earlier check stated it must still be there
 *   -- --accept-secret      the secret of this installation was changed on purpose; says so in the trail
 */
async function main(): Promise<void> {
	const { values } = parseArgs({ options: { known: { type: 'string' }, 'accept-secret': { type: 'boolean' } } });
	const known = values.known === undefined ? undefined : knownFrom(values.known);
	const config = readConfig();
	makeDataDir(config);
	const secrets = openSecrets(config);
	const store = await openStore(config);
	try {
		await store.migrate();
		if (values['accept-secret']) await store.transact((tx) => acceptSeal(tx, { clock: systemClock, secrets }));
		const verdict = await verifyAuditTrail(store.read, secrets, known);
		process.stdout.write(told(verdict));
		if (!verdict.whole) process.exitCode = 1;
	} finally {
		await store.close();
	}
}

function knownFrom(text: string): KnownEntry {
	const [, number, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(text) ?? [];
	if (number === undefined || hash === undefined)
		throw new ConfigError('--known 120:<64 hex>: số và mã băm của một dòng / number and hash of an entry');
	return { number: Number(number), hash };
}

function told(verdict: AuditVerdict): string {
	const lines = verdict.whole
		? [
				`Nhật ký nguyên vẹn đến số ${verdict.count}. / The audit trail is whole up to entry ${verdict.count}.`,
				`Cất ở nơi khác để lần sau đối chiếu / keep this elsewhere, to compare later:`,
				`  --known ${verdict.count}:${verdict.hash}`
			]
		: [
				`Nhật ký hỏng ở số ${verdict.number}: ${say('vi', key(verdict.fault))}`,
				`The audit trail is broken at entry ${verdict.number}: ${say('en', key(verdict.fault))}`
			];
	return `\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
}

function key(fault: AuditFault): string {
	return `audit.fault-${fault}`;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof ConfigError ? error.message : String((error as Error).stack)}\n`);
	process.exit(1);
});
