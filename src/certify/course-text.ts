import { getItemByHash, type Catalog } from '../catalog/index.ts';
import type { Reader } from '../platform/persistence/store.ts';
import type { RecordSkill } from './tables.ts';

/** What a record says of the course. */
export interface CourseText {
	title: string;
	skills: RecordSkill[];
}

interface Taken {
	courseId: string;
	courseHash: string;
}

/**
 * The course as it was when the quiz was begun, in Vietnamese: from the current release where it is the same version,
 * otherwise from the version that was kept under its hash.
 */
export async function courseText(catalog: Catalog, reader: Reader, taken: Taken): Promise<CourseText> {
	const now = catalog.course(taken.courseId, 'vi');
	if (now?.hash === taken.courseHash) return { title: now.title, skills: now.skills.map(skillOnRecord) };
	const kept = await getItemByHash(reader, taken.courseHash);
	if (kept?.kind !== 'course') throw new Error('the version of the course that an attempt names is never deleted');
	// The kind says which shape it has.
	const { title, skills } = kept.compiled as { title: string; skills: string[] };
	return {
		title,
		skills: skills.map((ref) => skillOnRecord(catalog.skill(ref, 'vi') ?? { ref, name: ref }))
	};
}

/** The reference, not the bare code, which may mean something else in another group. */
function skillOnRecord({ ref, name }: { ref: string; name: string }): RecordSkill {
	return { code: ref, name };
}
