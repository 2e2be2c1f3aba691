export { placesRoutes } from './routes.ts';
export { organisationKinds, type OrganisationKind } from './tables.ts';
export { listPlacesWhere, organisationKindAt } from './parts-of-queries.ts';
export { placeSortKey } from './names.ts';
export { seedPlaces } from './seed-places.ts';
export { country, searchPlaces } from './read-places.ts';
export {
	findStanding as findPlace,
	listByIds as listPlacesByIds,
	listByPaths as listPlacesByPaths,
	listNamed as listPlacesNamed,
	listPlaces,
	listVillagesWithin,
	type Place
} from './queries.ts';
export { listAnsweringTo, listOrganisationsAmong, listOrganisationsFor } from './organisations/queries.ts';
export { endClass, listClassesOf, openClass } from './organisations/school-classes.ts';
export type { OrganisationList, OrganisationView } from './organisations/schemas.ts';
export { checkList as checkPlaceList } from './in-bulk/check-list.ts';
export { KnownPlaces } from './in-bulk/known-places.ts';
export { makePlaces } from './in-bulk/make-places.ts';
export { takePlacesBack } from './in-bulk/take-back.ts';
export { keepers as placeKeepers } from './new-place.ts';
export { noSuchPlace } from './refusals.ts';
export type { PlaceHoldings, PlaceView } from './schemas.ts';
