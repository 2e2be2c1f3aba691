/** What whoever runs the platform has to mend before a command can go on, said in words meant for them. */
export class Obstacle extends Error {}

/** The reason behind an error, short enough for a sentence: `ENOSPC /srv/x`, or the first line of its message. */
export function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const { code, path, message } = error as NodeJS.ErrnoException;
	if (code && path) return `${code} ${path}`;
	return message.split('\n', 1)[0] || (code ?? error.name);
}
