import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Facts } from './facts.ts';
import type { Store } from './persistence/store.ts';
import type { Secrets } from './secrets.ts';

/** A place to write to that never sees personal data: ids of requests and codes only. */
export interface Log {
	info(details: object, message: string): void;
	warn(details: object, message: string): void;
	error(details: object, message: string): void;
}

/** What every use case is handed: the database, the time, the settings. */
export interface House {
	readonly store: Store;
	readonly clock: Clock;
	readonly config: Config;
	readonly facts: Facts;
	readonly secrets: Secrets;
	readonly log: Log;
}
