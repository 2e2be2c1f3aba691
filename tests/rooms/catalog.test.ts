import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/catalog/index.ts';
import { aHouse } from '../support/a-house.ts';

describe('compiling', () => {
	it('publishes the content folder once, and nothing when nothing changed', async () => {
		const house = await aHouse();
		const catalog = createCatalog(house);
		const first = await catalog.compile();
		expect(first).toMatchObject({ changed: true, faults: [], heldBack: [] });
		const second = await catalog.compile();
		expect(second).toMatchObject({ changed: false, releaseId: first.releaseId });
	});
});
