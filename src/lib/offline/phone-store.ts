import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Sealed } from './sealed.ts';

/** Whose things these are: nobody else can read them, and without the key nobody at all. */
export interface Owner {
	accountId: string;
	/** For which places she looked after classes when she took the lists along. */
	rights?: string[] | undefined;
	/** Tells whether her session was signed out from elsewhere. */
	sign: string;
	key: CryptoKey;
	/** The latest time this phone's clock ever showed here: turning it back brings nothing back. */
	seenAt: number;
	/** When the lists of people go from the phone. */
	until: number;
	madeAt: number;
}

/** Something done without signal, from the first tap until it is known to be kept. */
export interface Row {
	id: string;
	/** Its place in the order of sending. */
	order?: number;
	/** Being written; waiting for signal; refused, with what was said; kept. */
	state: 'draft' | 'waiting' | 'refused' | 'sent';
	/** A `Work`. */
	sealed: Sealed;
	changedAt: number;
}

/** A course on this phone. */
export interface KeptCourse {
	courseId: string;
	lang: string;
	title: string;
	bytes: number;
	keptAt: number;
}

interface PhoneStore extends DBSchema {
	owner: { key: 'owner'; value: Owner };
	lists: { key: 'lists'; value: Sealed };
	work: { key: number; value: Row; indexes: { id: string } };
	courses: { key: [string, string]; value: KeptCourse };
}

let opened: Promise<IDBPDatabase<PhoneStore>> | undefined;

/** What this phone keeps; the same for the pages and the service worker. */
export function phoneStore(): Promise<IDBPDatabase<PhoneStore>> {
	return (opened ??= openDB<PhoneStore>('bdhvs', 1, {
		upgrade(db) {
			db.createObjectStore('owner');
			db.createObjectStore('lists');
			db.createObjectStore('work', { keyPath: 'order', autoIncrement: true }).createIndex('id', 'id', { unique: true });
			db.createObjectStore('courses', { keyPath: ['courseId', 'lang'] });
		},
		terminated: () => (opened = undefined)
	}));
}
