import { questionForm } from '../support/exchange.ts';
import type { TestApp } from '../support/index.ts';
import { aSession, type ActorName, type Cast } from './cast.ts';
import { tellingOfElsewhere } from './elsewhere-doors.ts';
import { tellingOfResults } from './result-doors.ts';
import { giving } from './assignment-doors.ts';
import { housing } from './family-doors.ts';
import { assigning } from './assign-doors.ts';
import { inClass } from './class-doors.ts';
import { helping, helpingAtLast } from './helped-doors.ts';
import { organising } from './organisation-doors.ts';
import { printing } from './paper-doors.ts';
import { registering } from './register-doors.ts';
import { recording } from './record-doors.ts';
import { supervising } from './sitting-doors.ts';
import { teaming } from './team-doors.ts';
import { keepingPlaces } from './place-doors.ts';
import { endingVillages } from './village-doors.ts';
import { parting } from './union-doors.ts';

/** A route as the API describes itself. */
export interface Route {
	/** `GET /attempts/{id}` */
	name: string;
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	access: 'public' | 'learner' | 'account' | string[];
	/** Members of path, query and body that name something, such as `id`, `placeId`, `code`. */
	naming: string[];
	/** All members its body may have. */
	body: string[];
}

interface Operation {
	'x-access'?: Route['access'];
	parameters?: { name: string }[];
	requestBody?: { content: Record<string, { schema: { properties?: Record<string, unknown> } }> };
}

const namesSomething = /^(id|code|after|parent)$|Ids?$/;

/** Every route there is, those of rooms built later too. */
export function routesOf({ app }: Pick<TestApp, 'app'>): Route[] {
	const { paths } = app.swagger() as { paths: Record<string, Record<string, Operation>> };
	const ofApi = Object.entries(paths).filter(([path]) => path.startsWith('/api/'));
	return ofApi.flatMap(([path, operations]) =>
		Object.entries(operations).map(([method, operation]) => {
			const body = Object.keys(operation.requestBody?.content['application/json']?.schema.properties ?? {});
			const members = [...(operation.parameters ?? []).map(({ name }) => name), ...body];
			return {
				name: `${method.toUpperCase()} ${path.replace(/^\/api/, '')}`,
				method: method.toUpperCase() as Route['method'],
				access: operation['x-access'] ?? 'public',
				naming: members.filter((each) => namesSomething.test(each)),
				body
			};
		})
	);
}

/** A door to something that belongs to somebody. */
export interface Door {
	/** The route, and what of whom it is about. */
	route: string;
	of: string;
	path: string;
	body?: unknown;
	/** Where the body is no JSON. */
	headers?: Record<string, string>;
	/** Who may; everybody else is refused, and nothing changes. */
	may: ActorName[];
	/** When it is opened by who may, it can't be opened again. */
	once?: true;
}

/** Every door, with an object behind it that really exists. */
export function doorsOf({
	has,
	accountIds,
	grantIds,
	places,
	classes,
	helpedIds,
	doubles,
	teams,
	sittings,
	papers,
	entryIds,
	homes,
	spareSessions,
	unionIds,
	inTrouble,
	uploadId,
	offices
}: Cast): Door[] {
	const { accountC: cId = '', accountD: dId = '' } = accountIds;
	const helped = (['X', 'Y'] as const).map((letter) => {
		const made = { classId: classes[letter].id, team: teams[letter], entryId: entryIds[letter], home: homes[letter] };
		return {
			letter,
			sitting: sittings[letter],
			paper: papers[letter],
			place: places[letter],
			helpedId: helpedIds[letter],
			doubles: doubles[letter],
			...made
		};
	});
	return [
		...giving(places),
		...(Object.entries(has) as [keyof Cast['has'], Cast['has'][keyof Cast['has']]][]).flatMap(([who, theirs]) => {
			const { finishedAttempt, openAttempt, questionId, optionId, reviewedId } = theirs;
			const above: ActorName[] = who === 'accountC' ? ['administratorX'] : who === 'accountD' ? ['administratorY'] : [];
			const own = (route: string, path: string, body?: unknown): Door => ({ route, of: who, path, body, may: [who] });
			return [
				own('GET /attempts/{id}', `/attempts/${openAttempt}`),
				own('PUT /attempts/{id}/answers/{questionId}', `/attempts/${openAttempt}/answers/${questionId}`, { optionId }),
				own('POST /attempts/{id}/finish', `/attempts/${openAttempt}/finish`, { finishUnanswered: true }),
				own('GET /attempts/{id}/result', `/attempts/${finishedAttempt}/result`),
				own('POST /me/review/answers', '/me/review/answers', { questionId: reviewedId, dontKnow: true }),
				...recording(who, theirs, above)
			] satisfies Door[];
		}),
		// Before roles are taken back and sessions end.
		...(['X', 'Y'] as const).flatMap((letter) => organising(letter, offices[letter])),
		...teaching('X', { place: places.X, ...classes.X, accountId: cId }),
		...teaching('Y', { place: places.Y, ...classes.Y, accountId: dId }),
		...inClass('X', { ...classes.X, helpedId: helpedIds.X }),
		...inClass('Y', { ...classes.Y, helpedId: helpedIds.Y }),
		...helped.flatMap(helping),
		...helped.flatMap(teaming),
		...helped.flatMap((each) => [...housing(each), ...supervising(each), ...printing(each)]),
		...caretaking('X', { accountId: cId, elsewhere: places.Y, place: places.X, grantId: grantIds['helperX'] ?? '' }),
		...caretaking('Y', { accountId: dId, elsewhere: places.X, place: places.Y, grantId: grantIds['helperY'] ?? '' }),
		...(['accountC', 'accountD'] as const).map((who): Door => {
			const path = `/me/sessions/${spareSessions[who]}`;
			return { route: 'DELETE /me/sessions/{id}', of: who, path, may: [who], once: true };
		}),
		{
			route: 'POST /places',
			of: 'province',
			path: '/places',
			body: newPlace(places.province),
			may: ['root'],
			once: true
		},
		...helped.flatMap(helpingAtLast),
		...['/question-figures', '/question-figures/{id}', '/question-figures-export', '/question-figures/{id}/export'].map(
			(path): Door => ({ route: `GET ${path}`, of: 'the bank', path: path.replace('{id}', 'q-1'), may: ['root'] })
		),
		...keepingPlaces(places),
		...assigning({ places }),
		...endingVillages(places),
		...parting({ unionIds }),
		...tellingOfElsewhere(),
		...tellingOfResults(),
		...registering(inTrouble),
		...exchanging(uploadId)
	];
}

/** The bank for other programs, and what came from them. */
function exchanging(uploadId: string): Door[] {
	const wanted = 'course=thu&purpose=quiz&skill=p4.2&level=easy&lesson=giu-ma';
	const form = questionForm('Hỏi? {=a#V. ~b#V.}', 'cau-hoi.gift');
	const doors: [string, string][] = [
		['/question-exchange', '/question-exchange?format=gift'],
		['/question-exchange/file', '/question-exchange/file?format=gift'],
		['/question-exchange/template', '/question-exchange/template'],
		['/question-imports/{id}', `/question-imports/${uploadId}?${wanted}`],
		['/question-imports/{id}/markdown', `/question-imports/${uploadId}/markdown?${wanted}`]
	];
	return [
		...doors.map(([route, path]): Door => ({ route: `GET ${route}`, of: 'the bank', path, may: ['root'] })),
		{ route: 'POST /question-imports', of: 'the bank', path: '/question-imports', ...form, may: ['root'] }
	];
}

const newPlace = (parentId: string) => ({ parentId, name: 'Hội Khuyến học', kind: 'organisation' });

interface Charge {
	accountId: string;
	place: string;
	elsewhere: string;
	grantId: string;
}

/** What those with a role on one commune do there, and their neighbours must not. */
function caretaking(letter: 'X' | 'Y', { accountId, place, elsewhere, grantId }: Charge): Door[] {
	const all: ActorName[] = [`helper${letter}`, `officer${letter}`, `administrator${letter}`, 'root'];
	const offices = all.slice(1);
	const administrators = all.slice(2);
	const of = `commune ${letter}`;
	const grant = (placeId: string) => ({ accountId, role: 'editor', placeId });
	return [
		{ route: 'GET /accounts/{id}', of, path: `/accounts/${accountId}`, may: all },
		{ route: 'GET /accounts', of, path: `/accounts?after=${accountId}`, may: all },
		{ route: 'POST /reopenings', of, path: '/reopenings', body: { accountId }, may: all },
		{ route: 'POST /places', of, path: '/places', body: newPlace(place), may: offices, once: true },
		{
			route: 'POST /places/{id}/villages',
			of,
			path: `/places/${place}/villages`,
			body: { villages: 'Thôn Ba' },
			may: offices
		},
		{ route: 'POST /grants', of: `${of}, elsewhere`, path: '/grants', body: grant(elsewhere), may: ['root'] },
		{ route: 'POST /grants', of, path: '/grants', body: grant(place), may: administrators },
		{ route: 'DELETE /grants/{id}', of, path: `/grants/${grantId}`, may: administrators, once: true }
	];
}

const aRule = { covers: 'villages', rhythm: 'weekly', since: '2026-11-02' };

interface Teaching {
	place: string;
	id: string;
	attendanceId: string;
	/** Another session, which nobody has come to. */
	emptyId: string;
	accountId: string;
}

/** What those with a role on one commune do with its classes, and their neighbours must not. */
function teaching(letter: 'X' | 'Y', { place, id, attendanceId, emptyId, accountId }: Teaching): Door[] {
	const may: ActorName[] = [`helper${letter}`, `officer${letter}`, `administrator${letter}`, 'root'];
	const session = { ...aSession, placeId: place };
	const another = { ...session, topic: 'Buổi khác', followsId: id };
	const door = (route: string, part: { path: string; body?: unknown; once?: true }): Door => ({
		route,
		of: `classes of commune ${letter}`,
		may,
		...part
	});
	const line = `/classes/${id}/attendance/${attendanceId}`;
	return [
		door('GET /classes', { path: `/classes?when=coming&after=${id}` }),
		door('GET /classes/{id}', { path: `/classes/${id}` }),
		door('POST /classes', { path: '/classes', body: another, once: true }),
		door('PUT /classes/{id}', { path: `/classes/${id}`, body: session }),
		door('PUT /classes/{id}/next-time', { path: `/classes/${id}/next-time`, body: { note: 'Ôn lại' } }),
		door('GET /classes/{id}/people', { path: `/classes/${id}/people` }),
		door('POST /classes/{id}/attendance', {
			path: `/classes/${id}/attendance`,
			body: { way: 'tick', people: [{ accountId }] }
		}),
		door('PUT /classes/{id}/attendance/{attendanceId}', { path: line, body: { mark: 'alone' } }),
		door('DELETE /classes/{id}/attendance/{attendanceId}', { path: line, once: true }),
		door('GET /class-gaps', { path: `/class-gaps?placeId=${place}` }),
		{
			...door('PUT /class-rules', { path: '/class-rules', body: { ...aRule, placeId: place } }),
			may: may.slice(1)
		},
		{
			...door('DELETE /class-rules/{placeId}/{covers}', { path: `/class-rules/${place}/villages`, once: true }),
			may: may.slice(1)
		},
		door('POST /classes/{id}/cancellation', { path: `/classes/${emptyId}/cancellation`, body: {}, once: true })
	];
}
