import { typedIn, given, wholeNumber } from '$lib/forms.ts';
import type { OrganisationList } from '../../places/index.ts';

type Kind = OrganisationList['organisations'][number]['organisationKind'];
type Sector = NonNullable<OrganisationList['organisations'][number]['sector']>;

/** What an organisation may be, in the order in which it is offered. */
export const kinds = Object.keys({
	...{ agency: 0, school: 0, class: 0, enterprise: 0, 'co-operative': 0, market: 0, association: 0 },
	...{ 'party-cell': 0, other: 0 }
} satisfies Record<Kind, 0>);

export const sectors = Object.keys({
	...{ party: 0, front: 0, administration: 0, education: 0, health: 0, police: 0, military: 0, justice: 0 },
	...{ science: 0, agriculture: 0, industry: 0, culture: 0, finance: 0, labour: 0, other: 0 }
} satisfies Record<Sector, 0>);

/** What is told of an organisation, as somebody typed it. */
export function detailsTyped(form: FormData) {
	return {
		organisationKind: typedIn(form, 'organisationKind'),
		sector: typedIn(form, 'sector'),
		officialCode: typedIn(form, 'officialCode'),
		grade: typedIn(form, 'grade'),
		schoolYear: typedIn(form, 'schoolYear')
	};
}
export type TypedDetails = ReturnType<typeof detailsTyped>;

/** The same as the API takes it; what was left empty is left out. */
export function detailsSent({ organisationKind, sector, officialCode, grade, schoolYear }: TypedDetails) {
	return {
		organisationKind,
		sector: given(sector),
		officialCode: given(officialCode),
		grade: grade === '' ? undefined : wholeNumber(grade),
		schoolYear: given(schoolYear)
	};
}
