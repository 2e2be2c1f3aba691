import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import type { House } from '../platform/house.ts';
import { fold } from '../platform/text.ts';
import { placeSortKey } from './names.ts';
import { notAnOrganisation } from './new-place.ts';
import { keepContact, keepPlace, listByIds, type Place } from './queries.ts';
import { country } from './read-places.ts';
import { sampleContacts, samplePlaces, type ShippedPlace } from './sample.ts';

const Provinces = Type.Object({
	units: Type.Array(
		Type.Object({
			code: Type.String({ pattern: '^[0-9]{2}$' }),
			name_vi: Type.String({ minLength: 1 }),
			kind: Type.String(),
			valid_from: Type.Union([Type.String(), Type.Null()])
		})
	)
});

const localKinds: Record<string, string> = { tinh: 'tỉnh', 'thanh-pho': 'thành phố' };

const top: ShippedPlace = {
	id: country,
	code: '',
	kind: 'country',
	name: 'Việt Nam',
	localKind: '',
	parentId: null,
	path: '/'
};

/** Puts the country, its provinces and the sample commune in, and brings names that changed up to date. */
export async function seedPlaces(house: House): Promise<void> {
	const shipped = [top, ...(await provinces(house)), ...samplePlaces].map(asRow);
	await house.store.transact(async (tx) => {
		const known = new Map(
			(
				await listByIds(
					tx,
					shipped.map(({ id }) => id)
				)
			).map((row) => [row.id, row])
		);
		for (const row of shipped) if (!isDeepStrictEqual({ ...known.get(row.id) }, row)) await keepPlace(tx, row);
		for (const contact of sampleContacts) await keepContact(tx, contact);
	});
}

/** The provinces of the content folder; a folder without that file (a try-out) has only the sample. */
async function provinces({ config, log }: House): Promise<ShippedPlace[]> {
	const file = join(config.contentDir, 'provinces.json');
	const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	});
	if (text === undefined) {
		log.warn({ file: 'provinces.json' }, 'the content folder has no provinces');
		return [];
	}
	const { units }: Static<typeof Provinces> = Value.Parse(Provinces, JSON.parse(text));
	return units.map((unit) => ({
		id: `vn-${unit.code}`,
		code: unit.code,
		kind: 'province',
		name: unit.name_vi,
		localKind: localKinds[unit.kind] ?? 'tỉnh',
		parentId: country,
		path: `/${unit.code}/`,
		validFrom: unit.valid_from
	}));
}

function asRow({ validFrom = null, sample = false, ...place }: ShippedPlace): Place {
	const key = placeSortKey(place.name);
	// `~` sorts after every letter: the sample stands at the end of each list.
	const nameSort = sample ? `~${key}` : key;
	return {
		...place,
		nameSort,
		folded: fold(place.name),
		validFrom,
		validTo: null,
		mergedInto: null,
		...notAnOrganisation,
		sample
	};
}
