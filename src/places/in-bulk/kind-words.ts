import { say } from '../../platform/messages/index.ts';
import { fold } from '../../platform/text.ts';
import { localKindLike } from '../names.ts';
import { organisationKinds, sectors, type OrganisationKind, type PlaceKind, type Sector } from '../tables.ts';

/** What a row says it is. */
export interface ToldKind {
	readonly kind: Exclude<PlaceKind, 'country'>;
	/** tỉnh, xã, thôn… as it was written, or as it is usual. */
	readonly localKind: string;
	readonly organisationKind: OrganisationKind | null;
}

const villageKinds = [
	...['thon', 'ap', 'ban', 'buon', 'lang', 'xom', 'soc', 'phum', 'plei', 'play', 'bon', 'doi', 'khom'],
	...['khu', 'khu pho', 'khu dan cu', 'to', 'to dan pho', 'village', 'hamlet']
];
const placeWords: Record<'province' | 'commune' | 'village', readonly string[]> = {
	province: ['tinh', 'thanh pho', 'province', 'city'],
	commune: ['xa', 'phuong', 'thi tran', 'dac khu', 'commune', 'ward'],
	village: villageKinds
};
const usual = { province: 'tỉnh', commune: 'xã', village: 'thôn' } as const;

/** Besides what they are called in the catalogue, in both languages, and by their codes. */
const organisationWords: Partial<Record<OrganisationKind, readonly string[]>> = {
	agency: ['co quan nha nuoc', 'so', 'phong', 'ban nganh'],
	school: ['truong'],
	class: ['lop'],
	enterprise: ['cong ty', 'company'],
	'co-operative': ['htx', 'cooperative'],
	association: ['hoi', 'doan the', 'hoi doan the'],
	'party-cell': ['dang bo', 'to dang'],
	other: ['khac', 'other']
};
const organisation = new Set(['don vi', 'to chuc', 'don vi, to chuc', 'organisation', 'organization', 'unit']);

const sectorWords: Partial<Record<Sector, readonly string[]>> = {
	front: ['mat tran', 'doan the'],
	administration: ['hanh chinh', 'noi vu'],
	education: ['giao duc va dao tao', 'giao duc, dao tao'],
	military: ['quan su'],
	science: ['khoa hoc', 'cong nghe', 'khoa hoc va cong nghe'],
	agriculture: ['nong nghiep', 'moi truong', 'nong nghiep va moi truong'],
	industry: ['cong thuong', 'xay dung'],
	culture: ['van hoa', 'the thao', 'du lich'],
	finance: ['tai chinh', 'ngan hang', 'thue'],
	other: ['khac']
};

function wordsOf<Code extends string>(
	codes: readonly Code[],
	{ key, more }: { key: string; more: Partial<Record<Code, readonly string[]>> }
): Map<string, Code> {
	const known = new Map<string, Code>();
	for (const code of codes)
		for (const word of [
			...[code, fold(say('vi', `organisations.${key}-${code}`)), fold(say('en', `organisations.${key}-${code}`))],
			...(more[code] ?? [])
		])
			known.set(word, code);
	return known;
}
const organisationCodes = wordsOf(organisationKinds, { key: 'kind', more: organisationWords });
const sectorCodes = wordsOf(sectors, { key: 'sector', more: sectorWords });

type Unclear = { wrong: 'kind' | 'organisationKind'; missing: boolean };

/** What the words for a kind mean: `wrong` says which of the two columns nobody understands. */
export function readKind(typed: string, typedOrganisation: string): ToldKind | Unclear {
	const word = fold(typed);
	const [place] = Object.entries(placeWords).find(([, words]) => words.includes(word)) ?? [];
	if (isPlace(place)) return { kind: place, localKind: localKindLike(word) ?? usual[place], organisationKind: null };
	const own = organisationCodes.get(word);
	if (own !== undefined) return anOrganisation(own);
	if (word !== '' && !organisation.has(word)) return { wrong: 'kind', missing: false };
	return organisationTold(word, fold(typedOrganisation));
}

const anOrganisation = (kind: OrganisationKind): ToldKind => ({
	...{ kind: 'organisation', localKind: '', organisationKind: kind }
});

/** An organisation by the column that is for its kind alone. */
function organisationTold(word: string, told: string): ToldKind | Unclear {
	if (told === '') return word === '' ? { wrong: 'kind', missing: true } : anOrganisation('other');
	const kind = organisationCodes.get(told);
	return kind === undefined ? { wrong: 'organisationKind', missing: false } : anOrganisation(kind);
}

const isPlace = (word: string | undefined): word is keyof typeof usual => word !== undefined && word in usual;

/** The sector that is meant; null where nobody understands it. */
export function readSector(typed: string): Sector | null {
	return sectorCodes.get(fold(typed).replace(/^nganh /, '')) ?? null;
}
