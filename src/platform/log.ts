import { writeSync } from 'node:fs';
import type { Config } from './config.ts';

/** A place to write to that never sees personal data: ids of requests and codes only. */
export interface Log {
	info(details: object, message: string): void;
	warn(details: object, message: string): void;
	error(details: object, message: string): void;
}

const levels = { info: 30, warn: 40, error: 50 } as const;
const thresholds: Record<string, number> = { fatal: 60, error: 50, warn: 40, info: 30, debug: 20, silent: 100 };

/** Whether the settings ask for lines of this level. */
export function isLogged(config: Config, level: keyof typeof levels): boolean {
	return levels[level] >= (thresholds[config.logLevel] ?? 30);
}

/** One JSON line per event on standard output, in the same shape as the server's own log. */
export function consoleLog(config: Config): Log {
	const line = (level: keyof typeof levels) => (details: object, message: string) => {
		if (!isLogged(config, level)) return;
		const shown = JSON.stringify({ level: levels[level], time: Date.now(), ...details, msg: message }, plain);
		logLines.write(`${shown}\n`);
		if (level !== 'info') logLines.flush();
	};
	return { info: line('info'), warn: line('warn'), error: line('error') };
}

/** Errors as their message; a failed query's values stay out. */
function plain(_key: string, value: unknown): unknown {
	if (!(value instanceof Error)) return value;
	return { type: value.name, message: value.message.split('\n', 1)[0] };
}

const flushAt = 16_384;
const flushAfterMs = 200;
let waiting = '';
let timer: NodeJS.Timeout | undefined;

/**
 * Standard output for log lines. Thousands of requests a second write thousands of lines: they go out together, a
 * fifth of a second late at the most, and at once when the process ends.
 */
export const logLines = {
	write(line: string): void {
		waiting += line;
		if (waiting.length >= flushAt) logLines.flush();
		else timer ??= setTimeout(logLines.flush, flushAfterMs).unref();
	},
	flush(): void {
		clearTimeout(timer);
		timer = undefined;
		if (waiting === '') return;
		const lines = waiting;
		waiting = '';
		process.stdout.write(lines);
	}
};

process.once('exit', () => {
	if (waiting !== '') writeSync(1, waiting);
});
