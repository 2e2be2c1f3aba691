import { describe, expect, it } from 'vitest';
import { pairUp } from './pair-up.ts';

async function* codes(text: string) {
	for (const code of text) yield { code };
}

async function paired(here: string, there: string): Promise<string[]> {
	const found: string[] = [];
	for await (const pair of pairUp(codes(here), codes(there)))
		found.push(`${pair.here ? pair.code : '-'}${pair.there ? pair.code : '-'}`);
	return found;
}

describe('two sides in the order of codes', () => {
	it.each([
		['', '', []],
		['abc', 'abc', ['aa', 'bb', 'cc']],
		['ac', 'bc', ['a-', '-b', 'cc']],
		['', 'ab', ['-a', '-b']],
		['xyz', 'a', ['-a', 'x-', 'y-', 'z-']],
		['0A', '0AZ', ['00', 'AA', '-Z']]
	])('%s and %s are put together', async (here, there, expected) => {
		expect(await paired(here, there)).toEqual(expected);
	});
});
