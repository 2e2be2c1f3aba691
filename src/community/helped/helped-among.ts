import { and, asc, eq } from 'drizzle-orm';
import type { Among, NamedLearner, NamesFilter } from '../../identity/index.ts';
import { comesAfter, contains, inByteOrder, inByteOrderOfFew } from '../../platform/persistence/dialect.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { helpedLearners } from './tables.ts';

const named = { id: helpedLearners.learnerId, name: helpedLearners.name, nameSort: helpedLearners.nameSort };

/** Those whom helpers wrote down among these learners, by given name. */
export function listHelpedAmong(
	reader: Reader,
	among: Among,
	{ folded, after, limit }: NamesFilter
): Promise<NamedLearner[]> {
	const keys = { sort: helpedLearners.nameSort, id: helpedLearners.learnerId };
	return reader
		.select(named)
		.from(helpedLearners)
		.where(
			and(
				among.are(helpedLearners.learnerId),
				folded === '' ? undefined : contains(helpedLearners.nameFolded, folded),
				after && comesAfter(keys, { sort: after.nameSort, id: after.id })
			)
		)
		.orderBy(asc((among.few ? inByteOrderOfFew : inByteOrder)(keys.sort)), asc(inByteOrder(keys.id)))
		.limit(limit);
}

/** Somebody whom a helper wrote down, as a list sorts her. */
export async function findNamedHelped(reader: Reader, learnerId: string): Promise<NamedLearner | undefined> {
	const [found] = await reader.select(named).from(helpedLearners).where(eq(helpedLearners.learnerId, learnerId));
	return found;
}
