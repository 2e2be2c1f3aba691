import type { CarriedQuestion } from '../catalog/index.ts';
import type { About } from './incoming.ts';

/** A question on its way to another program. */
export interface Outgoing {
	readonly id: string;
	readonly about: About;
	/** The version of it. */
	readonly hash: string;
	readonly lang: string;
	readonly question: CarriedQuestion;
	/** The picture that a path in its Markdown means, as the package names it. */
	readonly pictures: ReadonlyMap<string, string>;
}
