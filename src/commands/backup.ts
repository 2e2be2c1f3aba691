import { join, resolve } from 'node:path';
import { backupName, backupsFolder } from '../platform/backup/files.ts';
import { writeBackup } from '../platform/backup/write-backup.ts';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { optionsOf, passphraseFrom, runCommand, say } from './command.ts';

/** npm run backup [-- --to FOLDER] [--passphrase-file FILE]: everything in one file, while the server goes on. */
await runCommand(async () => {
	const options = optionsOf({ to: 'string', 'passphrase-file': 'string' });
	const config = readConfig();
	const now = systemClock.now();
	const file = join(options.to ? resolve(options.to) : backupsFolder(config), backupName(now));
	const passphrase = passphraseFrom(options['passphrase-file'], config);
	const manifest = await writeBackup({ config, now, tell: say }, file, passphrase);
	const size = manifest.members.reduce((sum, member) => sum + member.size, 0);
	say('');
	say(`Đã sao lưu / backed up: ${file} (${(size / 1_000_000).toFixed(1)} MB trước khi nén / before compression)`);
	say('Chép tệp này sang máy khác. / Copy this file to another machine.');
});
