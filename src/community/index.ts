export { communityRoutes } from './routes.ts';
export type {
	ClassList,
	ClassSummary,
	ClassView,
	HoldingPlaces,
	NearbyClasses,
	PeopleList,
	PublicClass
} from './schemas.ts';
