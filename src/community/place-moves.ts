import { and, eq } from 'drizzle-orm';
import { fold, vietnameseSortKey } from '../platform/text.ts';
import { plainMove, type PathTable, type PlaceMove } from '../platform/place-moves.ts';
import { households } from './families/tables.ts';
import { personKeyOf } from './helped/same-person.ts';
import { helpedMerges } from './doubles/tables.ts';
import { helpedLearners } from './helped/tables.ts';
import { classRules, classSessions } from './tables.ts';
import { teams } from './teams/tables.ts';
import { helpEntries } from './visits/tables.ts';

/** By the path too: that is what an index finds among all who were written down. */
const helpedAt = ({ id, path }: { id: string; path: string }) =>
	and(eq(helpedLearners.placePath, path), eq(helpedLearners.placeId, id));

/** Of two who can't be told apart in the new place, the one who came is told by where she came from. */
const helped: PlaceMove = {
	...{ what: 'helped', living: true, rows: helpedLearners },
	async move(tx, { from, into }) {
		const at = (place: typeof into) => tx.select().from(helpedLearners).where(helpedAt(place));
		const there = new Set((await at(into)).map(({ personKey }) => personKey));
		for (const row of await at(from)) {
			const apart = there.has(row.personKey) ? [row.apart, from.name].filter(Boolean).join(', ') : row.apart;
			const moved = { placeId: into.id, placePath: into.path, apart, personKey: personKeyOf({ ...row, apart }) };
			await tx.update(helpedLearners).set(moved).where(eq(helpedLearners.id, row.id));
		}
	}
};

/** Of two teams of one name, the one that came is called by where it came from besides. */
const teamsThere: PlaceMove = {
	...{ what: 'teams', living: true, rows: teams },
	async move(tx, { from, into }) {
		const at = (placeId: string) => tx.select().from(teams).where(eq(teams.placeId, placeId));
		const there = new Set((await at(into.id)).map(({ nameFolded }) => nameFolded));
		for (const { id, name: old, nameFolded } of await at(from.id)) {
			const name = there.has(nameFolded) ? `${old} (${from.name})` : old;
			const named = { name, nameSort: vietnameseSortKey(name), nameFolded: fold(name) };
			await tx
				.update(teams)
				.set({ ...named, placeId: into.id, placePath: into.path })
				.where(eq(teams.id, id));
		}
	}
};

/** How often classes are to be held is decided for the new place: what was decided there stays, the rest goes along. */
const rules: PlaceMove = {
	...{ what: 'rules', living: false, rows: classRules },
	async move(tx, { from, into }) {
		const at = (placeId: string) => tx.select().from(classRules).where(eq(classRules.placeId, placeId));
		const there = new Set((await at(into.id)).map(({ covers }) => covers));
		for (const { covers } of await at(from.id)) {
			const one = and(eq(classRules.placeId, from.id), eq(classRules.covers, covers));
			if (there.has(covers)) await tx.delete(classRules).where(one);
			else await tx.update(classRules).set({ placeId: into.id, placePath: into.path }).where(one);
		}
	}
};

/** What this room keeps at places. */
export const placeMoves: readonly PlaceMove[] = [
	helped,
	plainMove('households', true, households),
	teamsThere,
	plainMove('classes', false, classSessions),
	plainMove('visits', false, helpEntries),
	rules
];

/** Where this room keeps paths of places. */
export const pathTables: readonly PathTable[] = [
	teams,
	classSessions,
	classRules,
	helpedLearners,
	helpEntries,
	helpedMerges,
	households
];
