import { parseArgs } from 'node:util';

export interface Options {
	/** Where to write everything as JSON. */
	json: string | null;
	/** Ends with 1 when a row misses its limit. */
	check: boolean;
	postgres: boolean;
	/** On 3,000 generated lessons with 30,000 questions instead of the shipped ones. */
	large: boolean;
	/** Only these rows; null is all of them. */
	rows: readonly string[] | null;
	rounds: number;
	/** Tells where the time of this row goes instead of measuring. */
	profile: string | null;
}

export const usage = `npm run bench -- [--rows a,b] [--rounds N] [--postgres] [--large] [--json FILE] [--check] [--profile ROW]`;

/** Reads the command line; throws with the usage where it makes no sense. */
export function readOptions(args: string[], known: readonly string[]): Options {
	const { values } = parseArgs({
		args,
		options: {
			json: { type: 'string' },
			check: { type: 'boolean', default: false },
			postgres: { type: 'boolean', default: false },
			large: { type: 'boolean', default: false },
			rows: { type: 'string' },
			rounds: { type: 'string', default: '5' },
			profile: { type: 'string' }
		}
	});
	const { json = null, profile = null, check, postgres, large } = values;
	const rows = profile ? [profile] : (values.rows?.split(',') ?? null);
	const unknown = (rows ?? []).filter((row) => !known.includes(row));
	const rounds = Number(values.rounds);
	if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1)
		throw new Error(`${usage}\nrows: ${known.join(', ')}`);
	return { json, check, postgres, large, rows, rounds, profile };
}
