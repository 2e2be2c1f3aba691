/** The lesson at which the next one goes on, where it was from a lesson that somebody changed; anything else is none. */
export function lessonIn(asked: string): string | null {
	return /^[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}$/.test(asked) ? asked : null;
}

/** Where somebody whose turn it is goes on: at the same lesson or, where there was none, at her own next step. */
export function whereTo(asked: string): string {
	const lesson = lessonIn(asked);
	return lesson === null ? '/hoc-tiep' : `/khoa-hoc/${lesson}`;
}
