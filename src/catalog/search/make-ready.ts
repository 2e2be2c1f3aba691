import { setTimeout as sleep } from 'node:timers/promises';
import type { Reader } from '../../platform/persistence/store.ts';
import type { Release } from '../release.ts';
import { isSearchable } from './item-texts.ts';
import { prepare } from './prepared.ts';

/** Few at a time: whoever asks for something meanwhile waits a few milliseconds at most. */
const atOnce = 4;
const restMs = 10;
/** How many in one go, so that a process that is to stop need not wait for all. */
const inOneGo = 100;

/** What is still to be made ready of a release; it goes with the release. */
const waiting = new WeakMap<Release, string[]>();

/**
 * Makes some more of a release ready to be found, all of it after some calls, so that the first to search after a start
 * or a publication do not wait for it (over 2,000 lessons the first four hundred took twice as long at the 95th percentile).
 */
export async function makeReady(reader: Reader, release: Release): Promise<void> {
	const left = waiting.get(release) ?? searchableIn(release);
	waiting.set(release, left);
	for (let done = 0; done < inOneGo && left.length > 0; done += atOnce) {
		const some = left.splice(-atOnce);
		const { found } = await prepare(
			reader,
			release,
			some.map((hash) => `${hash} `)
		);
		found.forEach((each) => each.shown());
		await sleep(restMs);
	}
}

const searchableIn = ({ byHash }: Release) =>
	[...byHash].filter(([, { kind }]) => isSearchable(kind)).map(([hash]) => hash);
