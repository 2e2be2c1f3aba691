/** Where a session's family of refresh tokens stands: the newest one that was used. */
export interface Used {
	usedGeneration: number;
	usedTokenId: string;
}

export interface Presented {
	generation: number;
	tokenId: string;
}

/**
 * What a refresh token that comes in means. Replies get lost on weak networks, so a token works again and again until
 * one that it brought forth is used; from then on it, and every sibling of the used one, can only be a stolen copy.
 */
export function judgeToken(used: Used, presented: Presented): 'first-use' | 'again' | 'reuse' {
	if (presented.generation > used.usedGeneration) return 'first-use';
	if (presented.generation < used.usedGeneration) return 'reuse';
	return presented.tokenId === used.usedTokenId ? 'again' : 'reuse';
}
