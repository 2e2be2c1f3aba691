import { readFileSync } from 'node:fs';
import { rotateNumbers } from '../identity/index.ts';
import { systemClock } from '../platform/clock.ts';
import { makeDataDir, readConfig } from '../platform/config.ts';
import { openStore } from '../platform/persistence/open-store.ts';
import { openSecrets, secretsFrom } from '../platform/secrets.ts';
import { optionsOf, runCommand, say } from './command.ts';

/** npm run identities:rotate [-- --old-secret-file FILE]: identity numbers are locked anew, under a new key. */
await runCommand(async () => {
	const options = optionsOf({ 'old-secret-file': 'string' });
	const config = readConfig();
	makeDataDir(config);
	const store = await openStore(config);
	try {
		await store.migrate();
		const file = options['old-secret-file'];
		const before = file ? secretsFrom(readFileSync(file, 'utf8').trim()) : undefined;
		const means = { store, clock: systemClock, secrets: openSecrets(config) };
		const { locked, unopened } = await rotateNumbers(means, before);
		say('');
		say(`  Đã khóa lại / locked anew: ${locked}`);
		if (unopened > 0)
			say(
				`  Không mở được / could not be opened: ${unopened}. Khóa bí mật cũ đúng chưa? / Is it the right old secret? (--old-secret-file)`
			);
		say('');
		if (unopened > 0) process.exitCode = 1;
	} finally {
		await store.close();
	}
});
