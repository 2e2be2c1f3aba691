import type { FastifyPluginAsync } from 'fastify';
import { Type } from 'typebox';
import type { House } from '../platform/house.ts';
import { typed, type TypedApi } from '../platform/http/api.ts';
import type { Catalog } from './catalog.ts';
import { frameworkView, rulesView } from './framework-view.ts';
import {
	noContent,
	noFramework,
	noGlossary,
	noSuchCourse,
	noSuchLesson,
	noSuchProgramme,
	noSuchTest
} from './refusals.ts';
import {
	CourseView,
	DownloadList,
	DownloadView,
	FrameworkView,
	GlossaryView,
	LessonView,
	ProgrammeSummary,
	ProgrammeView,
	RulesView,
	TestView
} from './schemas.ts';
import { searchRoutes } from './search/routes.ts';

const Id = Type.String({ minLength: 1, maxLength: 100 });
const ById = Type.Object({ id: Id });
const ByLesson = Type.Object({ courseId: Id, lessonId: Id });
const access = 'public' as const;
const tags = ['catalog'];

/** Everything there is to learn, for anyone; no answer holds a key. */
export function catalogRoutes({ catalog, store }: House & { catalog: Catalog }): FastifyPluginAsync {
	return async (app) => {
		const api = typed(app);
		courseRoutes(api, catalog);
		testRoutes(api, catalog);
		downloadRoutes(api, catalog);
		referenceRoutes(api, catalog);
		searchRoutes(api, { store, release: () => catalog.release() });
	};
}

function found<T>(view: T | null, otherwise: () => Error): T {
	if (view === null) throw otherwise();
	return view;
}

function courseRoutes(api: TypedApi, catalog: Catalog): void {
	api.get(
		'/programmes',
		{
			config: { access },
			schema: { tags, response: { 200: Type.Object({ programmes: Type.Array(ProgrammeSummary) }) } }
		},
		async ({ lang }) => ({ programmes: catalog.programmes(lang) })
	);
	api.get(
		'/programmes/:id',
		{ config: { access }, schema: { tags, params: ById, response: { 200: ProgrammeView } } },
		async ({ params, lang }) => found(catalog.programme(params.id, lang), noSuchProgramme)
	);
	api.get(
		'/courses/:id',
		{ config: { access }, schema: { tags, params: ById, response: { 200: CourseView } } },
		async ({ params, lang }) => found(catalog.course(params.id, lang), noSuchCourse)
	);
	api.get(
		'/courses/:courseId/lessons/:lessonId',
		{ config: { access }, schema: { tags, params: ByLesson, response: { 200: LessonView } } },
		async ({ params, lang }) => {
			found(catalog.course(params.courseId, lang), noSuchCourse);
			return found(catalog.lesson(params.courseId, params.lessonId, lang), noSuchLesson);
		}
	);
}

function testRoutes(api: TypedApi, catalog: Catalog): void {
	api.get(
		'/tests',
		{ config: { access }, schema: { tags, response: { 200: Type.Object({ tests: Type.Array(TestView) }) } } },
		async ({ lang }) => ({ tests: catalog.tests(lang) })
	);
	api.get(
		'/tests/:id',
		{ config: { access }, schema: { tags, params: ById, response: { 200: TestView } } },
		async ({ params, lang }) => found(catalog.testView(params.id, lang), noSuchTest)
	);
}

function downloadRoutes(api: TypedApi, catalog: Catalog): void {
	const all = 'The courses that a phone can keep, and how much each is';
	api.get(
		'/downloads',
		{ config: { access }, schema: { tags, summary: all, response: { 200: DownloadList } } },
		async ({ lang }) => ({
			courses: catalog.courseIds().flatMap((id) => catalog.download(id, lang) ?? [])
		})
	);
	const one = 'What a phone fetches to keep a course: the addresses of its pages and of what they show';
	api.get(
		'/courses/:id/download',
		{ config: { access }, schema: { tags, summary: one, params: ById, response: { 200: DownloadView } } },
		async ({ params, lang }) => found(catalog.download(params.id, lang), noSuchCourse)
	);
}

function referenceRoutes(api: TypedApi, catalog: Catalog): void {
	api.get('/glossary', { config: { access }, schema: { tags, response: { 200: GlossaryView } } }, async ({ lang }) =>
		found(catalog.glossary(lang), noGlossary)
	);
	api.get('/framework', { config: { access }, schema: { tags, response: { 200: FrameworkView } } }, async ({ lang }) =>
		found(frameworkView(catalog.release(), lang), noFramework)
	);
	api.get('/rules', { config: { access }, schema: { tags, response: { 200: RulesView } } }, async ({ lang }) =>
		found(rulesView(catalog.release(), lang), noContent)
	);
}
