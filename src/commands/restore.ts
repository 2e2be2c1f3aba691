import { resolve } from 'node:path';
import { restoreBackup } from '../platform/backup/restore-backup.ts';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { optionsOf, passphraseFrom, runCommand, say } from './command.ts';

/** npm run restore -- FILE [--passphrase-file FILE] [--without-keys] [--replace]: an installation from a backup. */
await runCommand(async () => {
	const options = optionsOf({ 'passphrase-file': 'string', 'without-keys': 'boolean', replace: 'boolean' }, 1);
	const config = readConfig();
	const means = {
		config,
		now: systemClock.now(),
		tell: say,
		passphrase: passphraseFrom(options['passphrase-file'], config),
		replace: options.replace === true,
		withoutKeys: options['without-keys'] === true
	};
	const manifest = await restoreBackup(means, resolve(options.words[0] ?? ''));
	say('');
	say(`Đã khôi phục / restored: ${config.databaseUrl ? 'PostgreSQL' : config.dataDir}`);
	if (manifest.keys !== 'encrypted' || means.withoutKeys)
		say(
			'!!! Không có khóa: chép DATA_DIR/keys của máy cũ về đây. / No keys: copy DATA_DIR/keys of the old machine here.'
		);
});
