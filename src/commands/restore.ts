import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { kept } from '../compose.ts';
import { restoreBackup } from '../platform/backup/restore-backup.ts';
import { systemClock } from '../platform/clock.ts';
import { readConfig, type Config } from '../platform/config.ts';
import { Obstacle, reasonOf } from '../platform/obstacle.ts';
import { ownDataOf } from '../platform/own-data.ts';
import { databaseFile } from '../platform/persistence/databases.ts';
import { openStore } from '../platform/persistence/open-store.ts';
import { openSecrets } from '../platform/secrets.ts';
import { knownPeople, repeatErasures, type KnownPeople } from '../privacy/index.ts';
import { optionsOf, passphraseFrom, runCommand, say } from './command.ts';

/**
 * npm run restore -- FILE [--passphrase-file FILE] [--without-keys] [--replace] [--deleted-in PLACE]: an installation
 * from a backup. Whoever was deleted since the backup, as the database that is replaced knows, or the one in PLACE
 * (postgres://… or sqlite:FOLDER), is deleted again.
 */
await runCommand(async () => {
	const options = optionsOf(
		{ 'passphrase-file': 'string', 'without-keys': 'boolean', replace: 'boolean', 'deleted-in': 'string' },
		1
	);
	const config = readConfig();
	const means = {
		config,
		now: systemClock.now(),
		tell: say,
		passphrase: passphraseFrom(options['passphrase-file'], config),
		replace: options.replace === true,
		withoutKeys: options['without-keys'] === true
	};
	const place = options['deleted-in'];
	const known = place ? await peopleIn(at(config, place)) : means.replace ? await peopleInOld(config) : null;
	const manifest = await restoreBackup(means, resolve(options.words[0] ?? ''));
	say('');
	say(`Đã khôi phục / restored: ${config.databaseUrl ? 'PostgreSQL' : config.dataDir}`);
	if (known) await deleteAgain(config, { known, backup: manifest.madeAt });
	if (manifest.keys !== 'encrypted' || means.withoutKeys)
		say(
			'!!! Không có khóa: chép DATA_DIR/keys của máy cũ về đây. / No keys: copy DATA_DIR/keys of the old machine here.'
		);
});

function at(config: Config, place: string): Config {
	if (/^postgres(ql)?:\/\//.test(place)) return { ...config, databaseUrl: place };
	if (place.startsWith('sqlite:'))
		return { ...config, databaseUrl: null, dataDir: resolve(place.slice('sqlite:'.length)) };
	throw new Obstacle('Cần / needed: --deleted-in postgres://…, hoặc / or --deleted-in sqlite:FOLDER');
}

async function peopleIn(config: Config): Promise<KnownPeople> {
	const file = databaseFile(config);
	if (!config.databaseUrl && !existsSync(file)) throw new Obstacle(`Không có / not there: ${file}`);
	const store = await openStore(config);
	try {
		return await knownPeople(store.read);
	} finally {
		await store.close();
	}
}

/** Who is in the database that is to be replaced; one that is broken tells nothing, which is said. */
async function peopleInOld(config: Config): Promise<KnownPeople | null> {
	if (!config.databaseUrl && !existsSync(databaseFile(config))) return null;
	return peopleIn(config).catch((error: unknown) => {
		say(
			`!!! Không đọc được dữ liệu cũ, nên không biết ai đã xóa dữ liệu từ sau bản sao lưu. / The old data can't be read, so it is not known who was deleted since the backup: ${reasonOf(error)}`
		);
		return null;
	});
}

async function deleteAgain(config: Config, told: { known: KnownPeople; backup: string }): Promise<void> {
	const store = await openStore(config);
	try {
		const means = { store, clock: systemClock, secrets: openSecrets(config), ownData: ownDataOf(kept) };
		const repeated = await repeatErasures(means, told);
		say(
			repeated
				? `Đã xóa lại người đã xóa dữ liệu từ sau bản sao lưu / deleted again who was deleted since: ${repeated.accounts} tài khoản / accounts, ${repeated.learners} người học / learners`
				: '!!! Dữ liệu cũ không phải của nơi cài này về sau, nên không xóa lại ai. / The old data is no later state of this installation: nobody was deleted again.'
		);
	} finally {
		await store.close();
	}
}
