import { openDeliveries } from '../../src/certify/register/deliver.ts';
import { openNationalRegister } from '../../src/certify/register/national-register.ts';
import { readConfig } from '../../src/platform/config.ts';
import { openFacts } from '../../src/platform/facts.ts';
import type { Log } from '../../src/platform/log.ts';
import { openStore } from '../../src/platform/persistence/open-store.ts';
import { openSecrets } from '../../src/platform/secrets.ts';

/** A process that tells the register what is due until it is killed; it says how it ended otherwise. */
async function main(): Promise<void> {
	const config = readConfig();
	const ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0);
	const clock = { now: () => new Date(Date.now() + ahead) };
	const quiet: Log = {
		info: () => undefined,
		warn: () => undefined,
		error: (e) => process.stderr.write(JSON.stringify(e))
	};
	const secrets = openSecrets(config);
	const store = await openStore(config);
	if (!config.register) throw new Error('a worker needs a register');
	const house = { store, clock, config, secrets, log: quiet, facts: openFacts({ store, clock, log: quiet }) };
	const nationalRegister = openNationalRegister(config.register, { ...house, patience: 400 });
	openDeliveries({ ...house, nationalRegister }).start();
	setInterval(() => undefined, 60_000); // the work itself keeps no process alive
	process.stdout.write('working\n');
}

main().catch((error: unknown) => {
	process.stderr.write(String((error as Error).stack));
	process.exit(1);
});
