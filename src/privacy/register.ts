import { Type, type Static } from 'typebox';
import { say, type Lang } from '../platform/messages/index.ts';
import type { OwnData } from '../platform/own-data.ts';
import { retentionDays } from './retention.ts';

const Text = Type.String();

export const Register = Type.Object({
	processing: Type.Array(
		Type.Object({
			id: Text,
			what: Text,
			why: Text,
			basis: Text,
			seenBy: Type.Array(Text),
			keptFor: Text,
			/** What outlives a deletion. */
			stays: Type.Union([Text, Type.Null()])
		})
	),
	/** What goes by itself, after how many days. */
	retention: Type.Array(Type.Object({ id: Text, what: Text, days: Type.Integer() }))
});
export type Register = Static<typeof Register>;

/** The register of processing, made of what the rooms declare: what, why, on what ground, who sees it, how long. */
export function registerOf({ personal }: OwnData, lang: Lang): Register {
	return {
		processing: personal.map(({ id, basis, seenBy, keptFor, stays }) => ({
			id,
			...{ what: say(lang, `own-data.${id}`), why: say(lang, `own-data.${id}-why`) },
			basis: say(lang, `privacy.basis-${basis}`),
			seenBy: seenBy.map((seer) => say(lang, `privacy.seen-${seer}`)),
			keptFor: say(lang, `privacy.kept-${keptFor}`),
			stays: stays ? say(lang, `own-data.${id}-stays`) : null
		})),
		retention: Object.entries(retentionDays).map(([id, days]) => ({ id, what: say(lang, `privacy.goes-${id}`), days }))
	};
}
