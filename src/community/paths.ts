/** The paths that a place lies in, from the country down: `/46/x/y/` → `/`, `/46/`, `/46/x/`. */
export function pathsAbove(path: string): string[] {
	const codes = path.split('/').filter(Boolean);
	return codes.map(
		(_, depth) =>
			`/${codes
				.slice(0, depth)
				.map((code) => `${code}/`)
				.join('')}`
	);
}
