import type { Course } from './course.ts';
import type { Load } from './load.ts';
import type { Options } from './options.ts';
import type { People } from './people.ts';
import type { Postgres, RunningServer } from './server.ts';

export type Database = 'sqlite' | 'postgres';

/** One number that a row gives, and how good it has to be. */
export interface Figure {
	readonly name: string;
	readonly unit: string;
	/** Whether more or less of it is better. */
	readonly better: 'more' | 'less';
	readonly digits: number;
	/** Null where there is nothing to keep to. */
	readonly limit: Readonly<Record<Database, number>> | null;
}

/** What stands ready while rows are measured. */
export interface Bench {
	readonly options: Options;
	readonly database: Database;
	readonly server: RunningServer;
	/** The bare `node:http` server, a process of its own. */
	readonly bare: { port: number };
	readonly load: Load;
	readonly people: People;
	readonly course: Course;
	readonly postgres: Postgres | null;
	/** The folder of lessons the server was started on. */
	readonly contentDir: string;
	/** Resident memory of the server process in MB: idle after the start, and the most seen since. */
	readonly memory: { idle: number; most(): number };
}

/** One measurement: the row's figures by name, and what else is worth keeping. */
export interface Reading {
	readonly figures: Readonly<Record<string, number>>;
	readonly beside?: Readonly<Record<string, number | string>>;
}

/** Something that can't be measured here and now; the table says why. */
export class NotThere extends Error {}

/** A line or two of the table. */
export interface Row {
	readonly id: string;
	readonly title: string;
	readonly figures: readonly Figure[];
	/** Once in every round, or so many times after the rounds. */
	readonly times: 'every-round' | number;
	/** What has to be there before the first measurement, e.g. people with lessons behind them; runs the row warm. */
	prepare?(bench: Bench): Promise<void>;
	measure(bench: Bench): Promise<Reading>;
	/** The server that is measured, where it is another than the bench's. */
	server?(): RunningServer | undefined;
	/** After the last measurement: throws where what was measured turns out not to be so. */
	verify?(bench: Bench): Promise<void>;
}

/** The ratio to the bare server, as most rows have it. */
export function ratio(limit: Figure['limit']): Figure {
	return { name: 'ratio', unit: '×', better: 'more', digits: 3, limit };
}

export function both(limit: number): NonNullable<Figure['limit']> {
	return { sqlite: limit, postgres: limit };
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1
		? (sorted[middle] ?? NaN)
		: ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** The value below which the given share of them lies. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}
