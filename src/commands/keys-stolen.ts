import { distrustKey } from '../certify/index.ts';
import { systemClock } from '../platform/clock.ts';
import { makeDataDir, readConfig } from '../platform/config.ts';
import { consoleLog } from '../platform/log.ts';
import { Obstacle } from '../platform/obstacle.ts';
import { openStore } from '../platform/persistence/open-store.ts';
import { openSecrets } from '../platform/secrets.ts';
import { optionsOf, runCommand, say } from './command.ts';

/** npm run keys:stolen -- KEY: nothing that this key signed counts any more; its records are signed anew. */
await runCommand(async () => {
	const [keyId = ''] = optionsOf({}, 1).words;
	const config = readConfig();
	makeDataDir(config);
	const store = await openStore(config);
	try {
		await store.migrate();
		const house = { store, clock: systemClock, config, secrets: openSecrets(config), log: consoleLog(config) };
		const done = await distrustKey(house, keyId);
		if (!done)
			throw new Obstacle(
				`Không có khóa này, hoặc máy thiếu khóa đang dùng / no such key, or the one in use is not here: ${keyId}`
			);
		say('');
		say(`  Thôi tin khóa / not trusted any more:  ${keyId}`);
		say(`  Khóa đang ký / signing now:            ${done.id}`);
		say(`  Giấy đã ký lại / records signed anew:  ${done.reissued}`);
		say('');
		say('  Sao lưu ngay DATA_DIR/keys, chép khóa mới sang các máy chủ khác (quyền 0600).');
		say('  Back up DATA_DIR/keys now, and copy the new key to the other servers (rights 0600).');
		say('  Người có giấy thấy ở “Giấy của tôi” rằng giấy đã ký lại. Báo thêm bằng loa, Zalo: giấy đã in thì in lại.');
		say('  Holders read it on their page of records. Tell them otherwise too: what was printed is to be printed anew.');
		say('');
	} finally {
		await store.close();
	}
});
