import type { CatalogHouse } from './catalog.ts';
import type { Fault } from './source/fault.ts';

/** What compiling did. */
export interface CompileReport {
	releaseId: string;
	/** False when the content was the same as before: then nothing was written. */
	changed: boolean;
	/** How many items the release holds. */
	items: number;
	/** What is wrong in the content files; the last good versions of those files stay published. */
	faults: Fault[];
}

/** Reads, checks and publishes the content folder. */
export async function compileContent(house: CatalogHouse): Promise<CompileReport> {
	throw new Error(`not written yet: ${house.config.contentDir}`);
}
