import { tidy } from '../../platform/text.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { findStanding, type Place } from '../queries.ts';
import { wrongFields } from '../refusals.ts';
import { answersUpTo } from './queries.ts';
import type { OrganisationDetails } from './schemas.ts';

type Field = { field: string; code: string };

/** What a school year looks like: two years, the second after the first. */
const isSchoolYear = (text: string) => {
	const [, first, second] = /^(20\d\d)-(20\d\d)$/.exec(text) ?? [];
	return Number(second) === Number(first) + 1;
};

const officialCode = /^[\p{L}\p{N}][\p{L}\p{N}./-]{0,29}$/u;

/** What is told of an organisation, as it is kept; only a class has a grade and a school year. */
export function detailsFrom(input: OrganisationDetails) {
	const isClass = input.organisationKind === 'class';
	return {
		organisationKind: input.organisationKind,
		sector: input.sector ?? null,
		answersTo: input.answersTo ?? null,
		officialCode: tidy(input.officialCode ?? '') || null,
		grade: isClass ? (input.grade ?? null) : null,
		schoolYear: isClass ? tidy(input.schoolYear ?? '').replace(/\s*[-–]\s*/, '-') || null : null
	};
}
type Details = ReturnType<typeof detailsFrom>;

/** Refuses what can't be told of an organisation that lies in this place, all of it in one answer. */
export async function checkDetails(
	reader: Reader,
	details: Details,
	{ parent, id, faults = [] }: { parent: Place; id: string | null; faults?: Field[] }
): Promise<void> {
	const fields = [...faults, ...faultsOf(details)];
	const inSchool = parent.organisationKind === 'school';
	if ((details.organisationKind === 'class') !== inSchool)
		fields.push({
			field: 'organisationKind',
			code: inSchool ? 'organisations.only-classes' : 'organisations.class-where'
		});
	if (details.answersTo !== null) {
		const code = await faultOfLine(reader, details.answersTo, { parent, id });
		if (code !== null) fields.push({ field: 'answersTo', code: `organisations.${code}` });
	}
	if (fields.length > 0) throw wrongFields({ fields });
}

/** What is wrong with what is told of an organisation by itself. */
export function faultsOf({ organisationKind, grade, schoolYear, officialCode: code }: Details): Field[] {
	const fields: Field[] = [];
	if (organisationKind === 'class') {
		if (grade === null || grade < 1 || grade > 12) fields.push({ field: 'grade', code: 'organisations.grade-wrong' });
		if (!isSchoolYear(schoolYear ?? '')) fields.push({ field: 'schoolYear', code: 'organisations.school-year-wrong' });
	}
	if (code !== null && !officialCode.test(code))
		fields.push({ field: 'officialCode', code: 'organisations.official-code-wrong' });
	return fields;
}

/** It answers to an organisation that stands, of the same kind of data (made up or not), and never to itself in a round. */
async function faultOfLine(reader: Reader, toId: string, { parent, id }: { parent: Place; id: string | null }) {
	const to = await findStanding(reader, toId);
	if (to?.kind !== 'organisation' || to.validTo !== null || to.sample !== parent.sample)
		return 'no-such-organisation-to';
	return id !== null && (await answersUpTo(reader, to.id, id)) ? 'answers-in-a-round' : null;
}
