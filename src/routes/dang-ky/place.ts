import { read } from '$lib/api.ts';
import { typedIn } from '$lib/forms.ts';
import type { PlaceView } from '../../places/index.ts';

/** Where somebody says she lives, as far down as she went. */
export interface TypedPlace {
	province: string;
	commune: string;
	village: string;
}

export function typedPlace(form: FormData): TypedPlace {
	return { province: typedIn(form, 'province'), commune: typedIn(form, 'commune'), village: typedIn(form, 'village') };
}

/** The lowest place that was chosen; a province is as good as a village. */
export function chosenPlace({ province, commune, village }: TypedPlace): string | undefined {
	return village || commune || province || undefined;
}

type Places = PlaceView['children'];

/** What there is to choose from below the places chosen so far. */
export async function placesUnder(
	fetch: typeof globalThis.fetch,
	{ province, commune }: TypedPlace
): Promise<{ communes: Places | null; villages: Places | null }> {
	const under = async (parent: string) =>
		parent
			? (await read<{ places: PlaceView['children'] }>(fetch, `/places?parent=${encodeURIComponent(parent)}`)).places
			: null;
	const communes = await under(province);
	const villages = communes?.some(({ id }) => id === commune) ? await under(commune) : null;
	return { communes, villages };
}
