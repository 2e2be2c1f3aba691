import { kept } from '../compose.ts';
import { systemClock } from '../platform/clock.ts';
import { makeDataDir, readConfig } from '../platform/config.ts';
import { say as word } from '../platform/messages/index.ts';
import { ownDataOf } from '../platform/own-data.ts';
import { openStore } from '../platform/persistence/open-store.ts';
import { applyRetention, foreseeRetention, retentionDays } from '../privacy/index.ts';
import { optionsOf, runCommand, say } from './command.ts';

/**
 * npm run retention: deletes what has been kept for as long as src/privacy/retention.json says, as the server does daily.
 *   -- --dry-run   says what would go, kind by kind with numbers, and changes nothing
 */
await runCommand(async () => {
	const options = optionsOf({ 'dry-run': 'boolean' });
	const config = readConfig();
	makeDataDir(config);
	const store = await openStore(config);
	try {
		await store.migrate();
		const means = { store, clock: systemClock, ownData: ownDataOf(kept) };
		const counts = options['dry-run'] ? await foreseeRetention(means) : await applyRetention(means);
		say(options['dry-run'] ? 'Sẽ xóa, chưa xóa gì / would be deleted, nothing is yet:' : 'Đã xóa / deleted:');
		for (const [kind, count] of Object.entries(counts)) {
			const days = retentionDays[kind];
			const when = days === undefined ? '' : ` (${days} ngày / days)`;
			say(
				`  ${String(count).padStart(8)}  ${word('vi', `privacy.goes-${kind}`)} / ${word('en', `privacy.goes-${kind}`)}${when}`
			);
		}
	} finally {
		await store.close();
	}
});
