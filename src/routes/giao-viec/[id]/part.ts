const filters = { 'chua-xong': 'open', 'cho-cong-nhan': 'waiting' } as const;

/** Which people the address asks for. */
export function shownIn(url: URL): 'all' | 'open' | 'waiting' {
	return filters[url.searchParams.get('loc') as keyof typeof filters] ?? 'all';
}

/** The part of the people that is shown, as the address says it: after something was decided it stays. */
export function partIn(url: URL): [string, string][] {
	return ['loc', 'sau'].flatMap((name) => {
		const value = url.searchParams.get(name);
		return value ? [[name, value]] : [];
	});
}
