import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Facts } from './facts.ts';
import type { Log } from './log.ts';
import type { Store } from './persistence/store.ts';
import type { Secrets } from './secrets.ts';

/** What every use case is handed: the database, the time, the settings. */
export interface House {
	readonly store: Store;
	readonly clock: Clock;
	readonly config: Config;
	readonly facts: Facts;
	readonly secrets: Secrets;
	readonly log: Log;
}
