import type { Config } from './config.ts';

/** A place to write to that never sees personal data: ids of requests and codes only. */
export interface Log {
	info(details: object, message: string): void;
	warn(details: object, message: string): void;
	error(details: object, message: string): void;
}

const levels = { info: 30, warn: 40, error: 50 } as const;
const thresholds: Record<string, number> = { fatal: 60, error: 50, warn: 40, info: 30, debug: 20, silent: 100 };

/** One JSON line per event on standard output, in the same shape as the server's own log. */
export function consoleLog(config: Config): Log {
	const least = thresholds[config.logLevel] ?? 30;
	const line = (level: keyof typeof levels) => (details: object, message: string) => {
		if (levels[level] < least) return;
		const shown = JSON.stringify({ level: levels[level], time: Date.now(), ...details, msg: message }, plain);
		process.stdout.write(`${shown}\n`);
	};
	return { info: line('info'), warn: line('warn'), error: line('error') };
}

/** Errors as their message; a failed query's values stay out. */
function plain(_key: string, value: unknown): unknown {
	if (!(value instanceof Error)) return value;
	return { type: value.name, message: value.message.split('\n', 1)[0] };
}
