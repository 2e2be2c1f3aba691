import type { Lang } from './lang.ts';
import enAccount from './en/account.json' with { type: 'json' };
import enAdmin from './en/admin.json' with { type: 'json' };
import enAssess from './en/assess.json' with { type: 'json' };
import enAudit from './en/audit.json' with { type: 'json' };
import enBadge from './en/badge.json' with { type: 'json' };
import enBoard from './en/board.json' with { type: 'json' };
import enCatalog from './en/catalog.json' with { type: 'json' };
import enCertify from './en/certify.json' with { type: 'json' };
import enCheck from './en/check.json' with { type: 'json' };
import enClasses from './en/classes.json' with { type: 'json' };
import enCommunity from './en/community.json' with { type: 'json' };
import enDuties from './en/duties.json' with { type: 'json' };
import enElsewhere from './en/elsewhere.json' with { type: 'json' };
import enExchange from './en/exchange.json' with { type: 'json' };
import enFamilies from './en/families.json' with { type: 'json' };
import enDoubles from './en/doubles.json' with { type: 'json' };
import enHelped from './en/helped.json' with { type: 'json' };
import enIdentity from './en/identity.json' with { type: 'json' };
import enItems from './en/items.json' with { type: 'json' };
import enLearn from './en/learn.json' with { type: 'json' };
import enLists from './en/lists.json' with { type: 'json' };
import enMarks from './en/marks.json' with { type: 'json' };
import enOffline from './en/offline.json' with { type: 'json' };
import enOwnData from './en/own-data.json' with { type: 'json' };
import enOrganisations from './en/organisations.json' with { type: 'json' };
import enNaming from './en/naming.json' with { type: 'json' };
import enPaper from './en/paper.json' with { type: 'json' };
import enPapers from './en/papers.json' with { type: 'json' };
import enPhotos from './en/photos.json' with { type: 'json' };
import enPlaces from './en/places.json' with { type: 'json' };
import enPlatform from './en/platform.json' with { type: 'json' };
import enPrivacy from './en/privacy.json' with { type: 'json' };
import enQuestions from './en/questions.json' with { type: 'json' };
import enQuiz from './en/quiz.json' with { type: 'json' };
import enRecognised from './en/recognised.json' with { type: 'json' };
import enRecords from './en/records.json' with { type: 'json' };
import enSeal from './en/seal.json' with { type: 'json' };
import enRegister from './en/register.json' with { type: 'json' };
import enReminding from './en/reminding.json' with { type: 'json' };
import enResults from './en/results.json' with { type: 'json' };
import enReview from './en/review.json' with { type: 'json' };
import enSearch from './en/search.json' with { type: 'json' };
import enSheet from './en/sheet.json' with { type: 'json' };
import enSite from './en/site.json' with { type: 'json' };
import enSittings from './en/sittings.json' with { type: 'json' };
import enTeams from './en/teams.json' with { type: 'json' };
import enTry from './en/try.json' with { type: 'json' };
import enTests from './en/tests.json' with { type: 'json' };
import enVneid from './en/vneid.json' with { type: 'json' };
import enImports from './en/imports.json' with { type: 'json' };
import enPlaceLists from './en/place-lists.json' with { type: 'json' };
import enMembers from './en/members.json' with { type: 'json' };
import enSchoolYear from './en/school-year.json' with { type: 'json' };
import enComments from './en/comments.json' with { type: 'json' };
import enStaff from './en/staff.json' with { type: 'json' };
import enWhose from './en/whose.json' with { type: 'json' };
import enVisits from './en/visits.json' with { type: 'json' };
import viAccount from './vi/account.json' with { type: 'json' };
import viAdmin from './vi/admin.json' with { type: 'json' };
import viAssess from './vi/assess.json' with { type: 'json' };
import viAudit from './vi/audit.json' with { type: 'json' };
import viBadge from './vi/badge.json' with { type: 'json' };
import viBoard from './vi/board.json' with { type: 'json' };
import viCatalog from './vi/catalog.json' with { type: 'json' };
import viCertify from './vi/certify.json' with { type: 'json' };
import viCheck from './vi/check.json' with { type: 'json' };
import viClasses from './vi/classes.json' with { type: 'json' };
import viCommunity from './vi/community.json' with { type: 'json' };
import viDuties from './vi/duties.json' with { type: 'json' };
import viElsewhere from './vi/elsewhere.json' with { type: 'json' };
import viExchange from './vi/exchange.json' with { type: 'json' };
import viFamilies from './vi/families.json' with { type: 'json' };
import viDoubles from './vi/doubles.json' with { type: 'json' };
import viHelped from './vi/helped.json' with { type: 'json' };
import viIdentity from './vi/identity.json' with { type: 'json' };
import viItems from './vi/items.json' with { type: 'json' };
import viLearn from './vi/learn.json' with { type: 'json' };
import viLists from './vi/lists.json' with { type: 'json' };
import viMarks from './vi/marks.json' with { type: 'json' };
import viOffline from './vi/offline.json' with { type: 'json' };
import viOwnData from './vi/own-data.json' with { type: 'json' };
import viOrganisations from './vi/organisations.json' with { type: 'json' };
import viNaming from './vi/naming.json' with { type: 'json' };
import viPaper from './vi/paper.json' with { type: 'json' };
import viPapers from './vi/papers.json' with { type: 'json' };
import viPhotos from './vi/photos.json' with { type: 'json' };
import viPlaces from './vi/places.json' with { type: 'json' };
import viPlatform from './vi/platform.json' with { type: 'json' };
import viPrivacy from './vi/privacy.json' with { type: 'json' };
import viQuestions from './vi/questions.json' with { type: 'json' };
import viQuiz from './vi/quiz.json' with { type: 'json' };
import viRecognised from './vi/recognised.json' with { type: 'json' };
import viRecords from './vi/records.json' with { type: 'json' };
import viSeal from './vi/seal.json' with { type: 'json' };
import viRegister from './vi/register.json' with { type: 'json' };
import viReminding from './vi/reminding.json' with { type: 'json' };
import viResults from './vi/results.json' with { type: 'json' };
import viReview from './vi/review.json' with { type: 'json' };
import viSearch from './vi/search.json' with { type: 'json' };
import viSheet from './vi/sheet.json' with { type: 'json' };
import viSite from './vi/site.json' with { type: 'json' };
import viSittings from './vi/sittings.json' with { type: 'json' };
import viTeams from './vi/teams.json' with { type: 'json' };
import viTry from './vi/try.json' with { type: 'json' };
import viTests from './vi/tests.json' with { type: 'json' };
import viVneid from './vi/vneid.json' with { type: 'json' };
import viImports from './vi/imports.json' with { type: 'json' };
import viPlaceLists from './vi/place-lists.json' with { type: 'json' };
import viMembers from './vi/members.json' with { type: 'json' };
import viSchoolYear from './vi/school-year.json' with { type: 'json' };
import viComments from './vi/comments.json' with { type: 'json' };
import viStaff from './vi/staff.json' with { type: 'json' };
import viWhose from './vi/whose.json' with { type: 'json' };
import viVisits from './vi/visits.json' with { type: 'json' };

type Messages = Record<string, string>;

/** `{ "wait": "…" }` of the file `platform.json` becomes `platform.wait`. */
function under(rooms: Record<string, Messages>): Messages {
	return Object.fromEntries(
		Object.entries(rooms).flatMap(([room, messages]) =>
			Object.entries(messages).map(([key, text]) => [`${room}.${key}`, text])
		)
	);
}

export const catalogues: Record<Lang, Messages> = {
	vi: under({
		account: viAccount,
		admin: viAdmin,
		assess: viAssess,
		audit: viAudit,
		badge: viBadge,
		board: viBoard,
		catalog: viCatalog,
		certify: viCertify,
		check: viCheck,
		classes: viClasses,
		community: viCommunity,
		duties: viDuties,
		elsewhere: viElsewhere,
		exchange: viExchange,
		families: viFamilies,
		doubles: viDoubles,
		helped: viHelped,
		identity: viIdentity,
		items: viItems,
		learn: viLearn,
		lists: viLists,
		marks: viMarks,
		offline: viOffline,
		'own-data': viOwnData,
		organisations: viOrganisations,
		naming: viNaming,
		paper: viPaper,
		papers: viPapers,
		photos: viPhotos,
		places: viPlaces,
		platform: viPlatform,
		privacy: viPrivacy,
		questions: viQuestions,
		quiz: viQuiz,
		recognised: viRecognised,
		records: viRecords,
		seal: viSeal,
		register: viRegister,
		reminding: viReminding,
		results: viResults,
		review: viReview,
		search: viSearch,
		sheet: viSheet,
		site: viSite,
		sittings: viSittings,
		teams: viTeams,
		try: viTry,
		tests: viTests,
		visits: viVisits,
		vneid: viVneid,
		imports: viImports,
		'place-lists': viPlaceLists,
		members: viMembers,
		'school-year': viSchoolYear,
		comments: viComments,
		staff: viStaff,
		whose: viWhose
	}),
	en: under({
		account: enAccount,
		admin: enAdmin,
		assess: enAssess,
		audit: enAudit,
		badge: enBadge,
		board: enBoard,
		catalog: enCatalog,
		certify: enCertify,
		check: enCheck,
		classes: enClasses,
		community: enCommunity,
		duties: enDuties,
		elsewhere: enElsewhere,
		exchange: enExchange,
		families: enFamilies,
		doubles: enDoubles,
		helped: enHelped,
		identity: enIdentity,
		items: enItems,
		learn: enLearn,
		lists: enLists,
		marks: enMarks,
		offline: enOffline,
		'own-data': enOwnData,
		organisations: enOrganisations,
		naming: enNaming,
		paper: enPaper,
		papers: enPapers,
		photos: enPhotos,
		places: enPlaces,
		platform: enPlatform,
		privacy: enPrivacy,
		questions: enQuestions,
		quiz: enQuiz,
		recognised: enRecognised,
		records: enRecords,
		seal: enSeal,
		register: enRegister,
		reminding: enReminding,
		results: enResults,
		review: enReview,
		search: enSearch,
		sheet: enSheet,
		site: enSite,
		sittings: enSittings,
		teams: enTeams,
		try: enTry,
		tests: enTests,
		visits: enVisits,
		vneid: enVneid,
		imports: enImports,
		'place-lists': enPlaceLists,
		members: enMembers,
		'school-year': enSchoolYear,
		comments: enComments,
		staff: enStaff,
		whose: enWhose
	})
};
