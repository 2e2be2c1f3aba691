import { onTestFinished } from 'vitest';
import { openFacts } from '../../src/platform/facts.ts';
import { openStore } from '../../src/platform/persistence/open-store.ts';
import type { TestHouse } from './a-house.ts';

/** Another process of the same site: connections of its own to the same database. */
export async function beside<H extends TestHouse>(house: H): Promise<H> {
	const store = await openStore(house.config);
	onTestFinished(() => store.close());
	return { ...house, store, facts: openFacts({ store, clock: house.clock, log: house.log }) };
}
