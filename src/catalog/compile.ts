import { mkdir, rename, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { House } from '../platform/house.ts';
import { newId } from '../platform/ids.ts';
import type { Writer } from '../platform/persistence/store.ts';
import type { Manifest } from './items.ts';
import { findMade, nameOfSource, noteMade } from './made-from.ts';
import { mediaDirOf } from './media.ts';
import { idsByPath, planRelease, releaseHash, type ReleasePlan } from './plan-release.ts';
import {
	findCompiledHashes,
	findNewestRelease,
	insertItems,
	insertRelease,
	movePaths,
	renewCompiled,
	type NewItem,
	type StoredRelease
} from './queries.ts';
import { keepSearchTexts } from './search/keep-texts.ts';
import { commonSpace, type ContentDraft } from './source/draft.ts';
import { told, type Fault } from './source/fault.ts';
import type { MediaFile } from './source/media-files.ts';
import { readContent } from './source/read-content.ts';
import { readFolder } from './source/read-folder.ts';

/** What of the house the catalog needs. */
export type CatalogHouse = Pick<House, 'store' | 'clock' | 'config' | 'log'>;

/** What compiling did. */
export interface CompileReport {
	releaseId: string;
	/** False when the content was the same as before: then nothing was written. */
	changed: boolean;
	/** How many items the release holds. */
	items: number;
	/** What is wrong in the content files; the last good versions of those files stay published. */
	faults: readonly Fault[];
	/** The files whose last good version stays, or that are left out because there is none. */
	heldBack: readonly string[];
}

/**
 * Reads, checks and publishes the content folder. The same content again writes nothing, and is not even compiled where
 * this `build` of the program did so before on this machine; a file with faults keeps its last good version; what is no longer in the
 * folder leaves the release, never the database.
 */
export async function compileContent(house: CatalogHouse, build: string | null): Promise<CompileReport> {
	const { config } = house;
	const source = await readFolder(config.contentDir, config.examBankDir);
	const madeFrom = build === null ? null : nameOfSource(source, build);
	const newest = await findNewestRelease(house.store.read);
	const made = newest && madeFrom !== null ? await findMade(config, { ...newest, madeFrom }) : null;
	if (made) return { releaseId: made.releaseId, changed: false, items: made.items, faults: [], heldBack: [] };
	const report = await publish(house, readContent(source, idsByPath(newest?.manifest ?? null)));
	const { releaseId, items, faults } = report;
	// Faults are told at every start.
	if (madeFrom !== null && faults.length === 0) await noteMade(config, { releaseId, madeFrom, items });
	return report;
}

async function publish({ config, store, clock, log }: CatalogHouse, draft: ContentDraft): Promise<CompileReport> {
	for (const fault of draft.faults) log.warn({ file: fault.file, line: fault.line, code: fault.code }, told(fault));
	await keepMedia(
		mediaDirOf(config),
		draft.files.flatMap((file) => file.media)
	);
	const { release, plan, changed } = await store.transact(async (tx) => {
		const newest = await findNewestRelease(tx);
		const planned = planRelease(draft, newest?.manifest ?? null);
		const hash = releaseHash(planned.manifest);
		if (newest?.hash === hash) {
			if (pathsOf(newest.manifest) !== pathsOf(planned.manifest)) await movePaths(tx, newest.id, planned.manifest);
			await keepSearchTexts(tx, { ...planned, isNew: false });
			return { release: newest, plan: planned, changed: false };
		}
		await keepItems(tx, planned, clock.now());
		const next: StoredRelease = { id: newId(), hash, manifest: planned.manifest, createdAt: clock.now() };
		await insertRelease(tx, next);
		await keepSearchTexts(tx, { ...planned, isNew: true });
		return { release: next, plan: planned, changed: true };
	});
	const { heldBack } = plan;
	if (heldBack.length > 0) log.warn({ heldBack }, 'content files with faults: their last good versions stay');
	return { releaseId: release.id, changed, items: plan.manifest.items.length, faults: draft.faults, heldBack };
}

const pathsOf = (manifest: Manifest) => manifest.items.map((item) => item.path).join('\n');

async function keepItems(tx: Writer, { items, manifest }: ReleasePlan, now: Date): Promise<void> {
	const known = await findCompiledHashes(
		tx,
		items.map((item) => item.hash)
	);
	const rows: NewItem[] = [];
	for (const { hash, kind, id, lang, source, compiled, compiledHash } of items) {
		const before = known.get(hash);
		if (before === undefined) {
			const baseHash = lang === 'vi' ? null : originalOf({ kind, id }, manifest);
			rows.push({ hash, kind, id, lang, space: commonSpace, baseHash, source, compiled, compiledHash, createdAt: now });
		} else if (before !== compiledHash) await renewCompiled(tx, { hash, compiled, compiledHash });
	}
	await insertItems(tx, rows);
}

function originalOf({ kind, id }: { kind: string; id: string }, { items }: Manifest): string | null {
	return items.find((item) => item.lang === 'vi' && item.kind === kind && item.id === id)?.hash ?? null;
}

/** Puts pictures and recordings where they stay, under the hash of their bytes. */
async function keepMedia(folder: string, files: readonly MediaFile[]): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const file of files) {
		const path = join(folder, file.name);
		if (existsSync(path)) continue;
		const draft = `${path}.${newId()}`; // whoever looks finds a whole file or none
		await writeFile(draft, file.bytes);
		await rename(draft, path);
	}
}
