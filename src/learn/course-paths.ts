import type { Catalog } from '../catalog/index.ts';

/** What every way leads along: reckoned once for a release, because it is asked for at every step. */
interface Paths {
	readonly lessons: Map<string, readonly string[]>;
	readonly programmes: readonly { readonly id: string; readonly courseIds: readonly string[] }[];
}

const reckoned = new WeakMap<object, Paths>();

function pathsOf(catalog: Catalog): Paths {
	const release = catalog.release();
	let paths = reckoned.get(release);
	if (!paths) {
		const programmes = catalog.programmes('vi').map(({ id }) => ({
			id,
			courseIds: (catalog.programme(id, 'vi')?.courses ?? []).map((course) => course.id)
		}));
		paths = { lessons: new Map(), programmes };
		reckoned.set(release, paths);
	}
	return paths;
}

/** The lessons of a course that can count: those with check questions, in order. Empty for an unknown course. */
export function countingLessons(catalog: Catalog, courseId: string): readonly string[] {
	const { lessons } = pathsOf(catalog);
	const known = lessons.get(courseId);
	if (known) return known;
	const counting = catalog.lessonIds(courseId).filter((id) => catalog.checkQuestions(id, 'vi').length > 0);
	if (counting.length > 0) lessons.set(courseId, counting);
	return counting;
}

/** The courses of each programme, in order. */
export function programmePaths(catalog: Catalog): Paths['programmes'] {
	return pathsOf(catalog).programmes;
}
