import { read } from '$lib/api.ts';
import type { HoldingPlaces } from '../../community/index.ts';

/** Where somebody may hold classes, as choices. */
export interface PlaceOptions {
	readonly options: readonly { value: string; label: string }[];
	/** There are more than these. */
	readonly more: boolean;
	/** What was looked for. */
	readonly query: string;
}

/** The places somebody may choose, with a query those of that name; `now` is the one that is chosen already, offered always. */
export async function readPlaceOptions(
	fetch: typeof globalThis.fetch,
	query: string,
	now?: { id: string; name: string }
): Promise<PlaceOptions> {
	const asked = query ? `?query=${encodeURIComponent(query)}` : '';
	const { places, more } = await read<HoldingPlaces>(fetch, `/class-places${asked}`);
	const options = places.map(({ id, name, kind, within }) => ({
		value: id,
		label: kind === 'commune' || within === null ? name : `${name}, ${within}`
	}));
	if (now && !options.some(({ value }) => value === now.id)) options.unshift({ value: now.id, label: now.name });
	return { options, more, query };
}
