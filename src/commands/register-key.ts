import { ownPublicKey } from '../certify/index.ts';
import { makeDataDir, readConfig } from '../platform/config.ts';
import { openSecrets } from '../platform/secrets.ts';
import { runCommand, say } from './command.ts';

/** npm run register:key: the public key by which the national register, or its stand-in, knows this site's requests. */
await runCommand(async () => {
	const config = readConfig();
	makeDataDir(config);
	say(`SITE_KEY=${ownPublicKey(openSecrets(config))}`);
});
