import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ConfigError, type Config } from '../platform/config.ts';
import { Obstacle, reasonOf } from '../platform/obstacle.ts';

/** One line on standard output. */
export function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

/** Runs a command; what stands in its way is said in words, and the exit code tells that it failed. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch (error) {
		const known = error instanceof ConfigError || error instanceof Obstacle || isOfTheDisk(error);
		const said = known ? messageOf(error) : String((error as Error).stack);
		process.stderr.write(`${said}\n`);
		process.exitCode = 1;
	}
}

function isOfTheDisk(error: unknown): boolean {
	return typeof (error as NodeJS.ErrnoException).syscall === 'string';
}

function messageOf(error: unknown): string {
	return error instanceof ConfigError || error instanceof Obstacle ? error.message : reasonOf(error);
}

type Given<T> = { [Name in keyof T]?: T[Name] extends 'string' ? string : boolean };

/** The options of the command line, and the words beside them; one that nobody knows is refused by name. */
export function optionsOf<const T extends Record<string, 'string' | 'boolean'>>(
	types: T,
	words = 0
): Given<T> & { words: string[] } {
	const options = Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }]));
	try {
		const { values, positionals } = parseArgs({ options, allowPositionals: true, args: process.argv.slice(2) });
		if (positionals.length !== words) throw new Error(`${words} expected, not: ${positionals.join(' ') || '–'}`);
		return { ...(values as Given<T>), words: positionals };
	} catch (error) {
		throw new Obstacle(`Lệnh chưa đúng / not understood: ${reasonOf(error)}`);
	}
}

/** The passphrase for keys in backups: from a file, or from the settings. */
export function passphraseFrom(file: string | undefined, config: Config): string | null {
	if (!file) return config.backupPassphrase;
	const passphrase = readFileSync(file, 'utf8').trim();
	if (passphrase.length < 12)
		throw new Obstacle(`Cụm mật khẩu cần ít nhất 12 ký tự / a passphrase has at least 12 characters: ${file}`);
	return passphrase;
}
