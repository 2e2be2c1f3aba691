import type { CommunityRules } from '../catalog/index.ts';
import type { Lang } from '../platform/messages/index.ts';

type Names = CommunityRules['teamKinds'];

/** What an id of the rules is called in the reader's language; one that was taken out is called by itself. */
export function nameOf(names: Readonly<Names>, id: string, lang: Lang): { id: string; name: string } {
	return { id, name: names.find((each) => each.id === id)?.[lang] ?? id };
}

/** All of them, as choices. */
export function choicesOf(names: Readonly<Names>, lang: Lang): { id: string; name: string }[] {
	return names.map(({ id }) => nameOf(names, id, lang));
}
