import type { CommunityRules } from '../../catalog/index.ts';

/** A member as the rule looks at her. */
export interface RuledRelative {
	readonly learnt: boolean;
	readonly guides: boolean;
}

/** Whether a household is a "Gia đình số": as many as the rule says have learnt and guide the rest of the house. */
export function isDigitalFamily(
	people: readonly RuledRelative[],
	{ members }: Pick<CommunityRules['digitalFamily'], 'members'>
): boolean {
	return people.filter(({ learnt, guides }) => learnt && guides).length >= members;
}
