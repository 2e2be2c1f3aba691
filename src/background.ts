import { giveOut, importFilesInUse, importWork, reminderMail, reminderRounds, renewal } from './assign/index.ts';
import { alikeSheets, itemFigures, overdueSweep, sittingsSweep } from './assess/index.ts';
import { nightlyReconciliation } from './certify/index.ts';
import { listSittings, mergesSweep, photoFilesInUse, recognitionSweep } from './community/index.ts';
import type { WholeHouse } from './compose.ts';
import { allowanceSweep } from './platform/allowance.ts';
import { pathTables } from './place-moves.ts';
import { filesSweep, type InUse } from './platform/files/store-files.ts';
import { show } from './platform/metrics.ts';
import { repeating } from './platform/repeating.ts';
import { openSchedules } from './platform/schedules.ts';
import { outboxSweep } from './platform/sweeping.ts';
import { retentionSweep } from './privacy/index.ts';

const filesInUse: InUse = async (reader, hashes) => [
	...(await photoFilesInUse(reader, hashes)),
	...(await importFilesInUse(reader, hashes))
];

/** What each process of this house does again and again: following what others publish, the outbox, and work at its times. */
export function openWork(house: WholeHouse): { start(): void; stop(): Promise<void> } {
	const parts = [
		house.facts,
		house.deliveries,
		repeating(house.log, { name: 'release', everyMs: 1_000, work: () => house.catalog.load() }),
		repeating(house.log, { name: 'calibration', everyMs: 30_000, work: () => house.calibrations.load() }),
		repeating(house.log, { name: 'search', everyMs: 200, work: () => house.catalog.readySearch() }),
		repeating(house.log, { name: 'assignments', everyMs: 1_000, work: () => giveOut(house) }),
		importWork({ ...house, paths: pathTables }),
		repeating(house.log, { name: 'reminder-mail', everyMs: 2_000, work: reminderMail(house) }),
		openSchedules(house, [
			outboxSweep(house),
			allowanceSweep(house),
			filesSweep(house, filesInUse),
			mergesSweep(house),
			recognitionSweep(house),
			overdueSweep(house),
			sittingsSweep(house),
			itemFigures(house),
			alikeSheets(house, listSittings),
			retentionSweep(house),
			nightlyReconciliation(house),
			renewal(house),
			reminderRounds(house)
		])
	];
	return {
		start: () => parts.forEach((part) => part.start()),
		stop: async () => void (await Promise.all(parts.map((part) => part.stop())))
	};
}

/** Figures of the house itself, beside those that are counted where things happen. */
export function showFigures({ facts, catalog, clock }: WholeHouse): void {
	const age = (since: Date | null) => (since ? (clock.now().getTime() - since.getTime()) / 1000 : 0);
	show({
		name: 'bdhvs_outbox_reactions',
		help: 'Reactions that wait to be run, and those given up',
		label: 'status',
		read: async () => {
			const { pending, dead } = await facts.standing();
			return { pending, dead };
		}
	});
	show({
		name: 'bdhvs_outbox_oldest_seconds',
		help: 'Age of the oldest fact that waits for a reaction',
		read: async () => ({ '': age((await facts.standing()).oldestPendingAt) })
	});
	show({
		name: 'bdhvs_release_info',
		help: 'The release of the lessons that is shown',
		label: 'release',
		read: () => ({ [catalog.releaseId() ?? 'none']: 1 })
	});
	show({
		name: 'bdhvs_release_age_seconds',
		help: 'How long ago that release was published',
		read: () => ({ '': age(catalog.release().createdAt) })
	});
}
