export { listAccountNames, listGrants, listLearnersOf } from './account-queries.ts';
export { mayBeChild } from './ages.ts';
export { carryGrants } from './carry-grants.ts';
export { checkOwnPassword } from './check-own-password.ts';
export { forgetHere, refuseClosing } from './close-own-account.ts';
export { callerOf, wrongFrom } from './caller.ts';
export { endCardSessions } from './card-queries.ts';
export {
	beginCardSessions,
	changeToCard,
	handCardSession,
	hasOpenCard,
	leaveCard,
	listOpenCards
} from './card-session.ts';
export { authenticator, authenticatorByToken } from './authenticate.ts';
export { ensureDeviceLearner, newcomersCookie } from './devices.ts';
export { listAccountStates, listClosedSince, listInUse, listLearnerIds, listUnclaimedSince } from './expiring.ts';
export { placesInLine } from './line-of-authority.ts';
export { firstAdministratorLink } from './first-administrator.ts';
export { endHelperRole, giveHelperRole, holdsRole } from './helper-role.ts';
export { findNamedLearner, listAccountsAmong, type Among, type NamedLearner, type NamesFilter } from './names-among.ts';
export { shortName } from './people-here.ts';
export {
	countAccounts,
	learnersOfPlace,
	learnersWithin,
	listPeopleByLearner,
	listPeopleByPhone,
	listPeopleOfPlace,
	listPeopleWithin,
	listReachablePeople,
	type KnownPerson,
	type PersonWithin,
	type Reach
} from './person-queries.ts';
export { addLearner, findAccount, findLearnerPlacePath } from './queries.ts';
export { endLearner, reviveLearner, uniteLearners } from './claim-device-learning.ts';
export { guarded } from './guessing.ts';
export { ownData as identityData, selfOf, selfOfLearner } from './own-data.ts';
export { checkNobodysPassword, hashPassword, isPassword, nobodysHash } from './password-hash.ts';
export { isBirthYear, isOneself, isPersonName } from './person.ts';
export { identityRoutes } from './routes.ts';
export { signOfSession } from './session-sign.ts';
export { accountsToUnite, closeInto, forgetOther, reopenFrom, type BothAccounts } from './vneid/other-account.ts';
export { findSubject, findVouched } from './vneid/checked-identity.ts';
export { rotateNumbers } from './vneid/rotate-numbers.ts';
export { forgetWaiting, waitingIn } from './vneid/trips.ts';
export { vneidRoutes } from './vneid/routes.ts';
export { openProvider } from './vneid/provider.ts';
export { makeTryLink } from './try-links.ts';
export { registerJwt } from './tokens.ts';
export { forWhom, isForLearnerHere, isSharedDevice, signOfCard, whoseLearning } from './whose.ts';
export { Shown } from './vneid/schemas.ts';
export type { OwnIdentity, Returned, VneidOffer, WaitingView } from './vneid/schemas.ts';
export type { AccountView, ConsentList, Me, PeopleHere, SessionStanding, TryLinkView } from './schemas.ts';
export { pathTables as identityPaths, placeMoves as identityMoves } from './place-moves.ts';
