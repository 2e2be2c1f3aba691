export type { Carried } from './carried/schemas.ts';
export { photoFilesInUse } from './photos/queries.ts';
export { mergesSweep } from './doubles/merges-sweep.ts';
export type { DoublesList, LastUnion } from './doubles/schemas.ts';
export { listUnited } from './doubles/union-queries.ts';
export { refuseUntrained } from './field-lesson.ts';
export { ownData as communityData } from './own-data.ts';
export { recognitionSweep } from './recognised/undoable.ts';
export { reactions } from './reactions.ts';
export type { HouseholdList, HouseholdShares, HouseholdView, OwnHousehold } from './families/schemas.ts';
export type { CardsHere, HelpedList, HelpedView, PrintedCard } from './helped/schemas.ts';
export type { ClassMarks, LearntInClass, ShownAnswer } from './marks/schemas.ts';
export type { PhotoList } from './photos/schemas.ts';
export { learnerOfHelped, listHelpedNames, namesOfHelped } from './helped/names-of-helped.ts';
export { findNamedHelped, listHelpedAmong } from './helped/helped-among.ts';
export { listSittings } from './sittings.ts';
export { communityRoutes } from './routes.ts';
export type {
	ClassList,
	ClassSummary,
	ClassView,
	CommunityRulesView,
	FieldLesson,
	GapList,
	HoldingPlaces,
	NearbyClasses,
	PeopleList,
	PublicClass,
	WallView
} from './schemas.ts';
export type { EntryList, EntryView, TeamHours } from './visits/schemas.ts';
export type { Headcount, Invitation, TeamList, TeamView } from './teams/schemas.ts';
export { pathTables as communityPaths, placeMoves as communityMoves } from './place-moves.ts';
