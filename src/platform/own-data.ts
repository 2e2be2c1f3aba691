import type { Reader, Writer } from './persistence/store.ts';

/** Somebody as the rooms know her: her account, if she has one, and every learner whose learning is hers. */
export interface Self {
	readonly accountId: string | null;
	readonly learnerIds: readonly string[];
}

/** One thing that is kept of her: what it says, by names that the catalogue explains (`own-data.field-…`). */
export type Entry = Readonly<Record<string, string | number | boolean | Date | null>>;

/** Why it may be kept: she asked for what needs it, she agreed to it, or somebody must be able to answer for it. */
type Basis = 'service' | 'consent' | 'answerable';

/** Who sees it besides herself. */
type Seer = 'nobody' | 'helpers' | 'administrators' | 'supervisors' | 'household' | 'anyone-with-code';

/** How long it is kept: until she deletes it, for good, or for a time that is data. */
type KeptFor = 'until-deleted' | 'for-good' | 'some-time';

/** What is deleted when it is old enough, without anybody asking; how many days that takes is data, by this id. */
export interface Expiring {
	readonly id: string;
	count(reader: Reader, before: Date): Promise<number>;
	/** Deletes some of what is older, no more than that, and returns how much. */
	sweep(tx: Writer, before: Date, most: number): Promise<number>;
}

/**
 * What a room keeps of people, for one purpose. The words that go with it are in the catalogue under its id:
 * `own-data.<id>`, `.<id>-why`, and `.<id>-stays` where something outlives an erasure.
 */
export interface PersonalData {
	readonly id: string;
	/** The tables it lies in, by name. */
	readonly tables: readonly string[];
	readonly basis: Basis;
	readonly seenBy: readonly Seer[];
	readonly keptFor: KeptFor;
	/** Something of it stays when she has everything deleted. */
	readonly stays: boolean;
	/** What is kept of her, the newest first; no more than `mostEntries`. */
	read(reader: Reader, self: Self): Promise<Entry[]>;
	/** Takes away all that may go and whatever says whose the rest was. Again it changes nothing. */
	erase(tx: Writer, self: Self, at: Date): Promise<void>;
}

/** More than anybody has; so that no answer grows without end. */
export const mostEntries = 10_000;

/** What a room declares of its tables: which hold something of people, and why the others do not. */
export interface Declaration {
	readonly personal: readonly PersonalData[];
	/** The reason by the table's name. */
	readonly impersonal: Readonly<Record<string, string>>;
	readonly expiring?: readonly Expiring[];
}

/** What all rooms together keep of people. */
export interface OwnData {
	readonly personal: readonly PersonalData[];
	readonly impersonal: Readonly<Record<string, string>>;
	readonly expiring: readonly Expiring[];
	/** Everything that may go, in the transaction at hand: all of it or nothing. */
	erase(tx: Writer, self: Self, at: Date): Promise<void>;
}

/** Puts together what the rooms declare, from the lowest up; what lies above rests on what is below and goes first. */
export function ownDataOf(declarations: readonly Declaration[]): OwnData {
	const personal = declarations.flatMap((each) => each.personal);
	return {
		personal,
		impersonal: Object.assign({}, ...declarations.map((each) => each.impersonal)) as Record<string, string>,
		expiring: declarations.flatMap((each) => each.expiring ?? []),
		async erase(tx, self, at) {
			for (const part of [...personal].reverse()) await part.erase(tx, self, at);
		}
	};
}

/** What the house itself and the rooms that know no people keep. */
export const houseData: Declaration = {
	personal: [],
	impersonal: {
		facts: 'What happened, by ids alone; deleted thirty days after all that followed from it is done.',
		reactions: 'What is still to be done about a fact.',
		schedules: 'When regular work is due.',
		allowances: 'Counts under a keyed hash; swept when they are over.',
		stored_files: 'Photos of classes under the hash of what they show; see class_photos.',
		places: 'Provinces, communes and villages.',
		place_names: 'What places were called before.',
		place_contacts: 'Offices to turn to, as they are posted on their own doors.',
		content_items: 'Lessons and questions.',
		releases: 'Which lessons were published together.',
		search_texts: 'What search looks in.'
	}
};
