import { expect, vi } from 'vitest';
import { firstAdministratorLink } from '../../src/identity/index.ts';
import { openOffice, type OfficeMade } from './organisation-doors.ts';
import { finishFieldLesson } from '../support/people.ts';
import type { Phone, Reply, TestApp } from '../support/index.ts';
import { printPaper, type Printed } from './paper-doors.ts';
import { bringFigures } from './elsewhere-doors.ts';
import { bringResults } from './result-doors.ts';
import { getIntoTrouble, type InTrouble } from './register-doors.ts';
import { sitDown, type Sat } from './sitting-doors.ts';
import { passQuiz } from '../support/pass-quiz.ts';
import { missedBefore, missInLesson } from '../support/review.ts';
import { questionForm } from '../support/exchange.ts';
import { sendPhoto } from '../support/photos.ts';
import { giveThings } from './assignment-doors.ts';
import { uniteSpare } from './union-doors.ts';

// The cast is some dozen passwords to hash before a test begins.
vi.setConfig({ testTimeout: 180_000 });

export const password = 'ruộng lúa chín vàng';

/** Everybody who tries every door: strangers, people with something of their own, and roles on two neighbouring communes. */
export const actorNames = [
	'visitor',
	'deviceA',
	'deviceB',
	'accountC',
	'accountD',
	'helperX',
	'officerX',
	'administratorX',
	'helperY',
	'officerY',
	'administratorY',
	'root'
] as const;
export type ActorName = (typeof actorNames)[number];

/** What somebody has that is nobody else's. */
export interface Belongings {
	finishedAttempt: string;
	openAttempt: string;
	questionId: string;
	optionId: string;
	recordCode: string;
	recordName: string;
	/** Another record, and a link that shows the first. */
	misspeltCode: string;
	shareId: string;
	/** A question that is due for review, and nobody else’s. */
	reviewedId: string;
}

/** A session that is on, somebody who came to it, and another that nobody has come to. */
export interface ClassHeld {
	id: string;
	attendanceId: string;
	/** The line of a name that was written in, and of another that was said to be somebody’s. */
	writtenId: string;
	recognisedId: string;
	photoId: string;
	emptyId: string;
}

/** A team with a member who plays no other part. */
export interface TeamMade {
	id: string;
	memberId: string;
}

export interface Cast {
	app: TestApp;
	phones: Record<ActorName, Phone>;
	/** Two communes of one province. */
	places: {
		province: string;
		X: string;
		Y: string;
		villages: Record<'X' | 'Y', string[]>;
		organisations: Record<'X' | 'Y', string>;
	};
	accountIds: Record<string, string>;
	grantIds: Record<string, string>;
	classes: Record<'X' | 'Y', ClassHeld>;
	/** Of each commune somebody whom its helper wrote down. */
	helpedIds: Record<'X' | 'Y', string>;
	/** Somebody with whom another row was merged, and a third row that could be. */
	doubles: Record<'X' | 'Y', { keptId: string; mergeId: string; otherId: string }>;
	teams: Record<'X' | 'Y', TeamMade>;
	sittings: Record<'X' | 'Y', Sat>;
	papers: Record<'X' | 'Y', Printed>;
	/** A household of each commune, with the one of its helped learners in it. */
	homes: Record<'X' | 'Y', { id: string; memberId: string }>;
	/** A visit that each commune's helper wrote down. */
	entryIds: Record<'X' | 'Y', string>;
	/** Of the two on devices and the two with accounts. */
	has: Record<'deviceA' | 'deviceB' | 'accountC' | 'accountD', Belongings>;
	/** A second session of accountC and of accountD, which nobody uses. */
	spareSessions: { accountC: string; accountD: string };
	/** That another account of accountC and of accountD was united with it. */
	unionIds: { accountC: string; accountD: string };
	inTrouble: InTrouble;
	/** A file of questions that the administrator sent to be looked at. */
	uploadId: string;
	offices: Record<'X' | 'Y', OfficeMade>;
}

/** The answer's body, of a call that must succeed. */
export function good({ status, body }: Reply): Reply['body'] {
	expect(status, JSON.stringify(body)).toBeLessThan(300);
	return body;
}

/** Makes the whole cast through the API, as people would. */
export async function aCast(app: TestApp): Promise<Cast> {
	const phones = Object.fromEntries(actorNames.map((name) => [name, app.aPhone()])) as Cast['phones']; // every name is there
	await makeRoot(app, phones.root);
	const places = await makePlaces(phones.root);
	const accountIds: Cast['accountIds'] = {};
	const grantIds: Cast['grantIds'] = {};
	for (const name of actorNames) {
		const letter = /[XY]$/.exec(name)?.[0] as 'X' | 'Y' | undefined; // the pattern knows no other
		if (name !== 'accountC' && name !== 'accountD' && !letter) continue;
		const commune = letter ?? (name === 'accountC' ? 'X' : 'Y');
		accountIds[name] = await signUp(phones[name], name, places[commune]);
		if (!letter) continue;
		const grant = { accountId: accountIds[name], role: name.slice(0, -1), placeId: places[commune] };
		grantIds[name] = good(await phones.root.call('POST', '/grants', grant)).id;
		await finishFieldLesson(app.house, accountIds[name]);
	}
	await bringFigures(app, places);
	const helpedIds = { X: await writeDown(phones.helperX, places.X), Y: await writeDown(phones.helperY, places.Y) };
	const cast: Cast = {
		app,
		phones,
		places,
		accountIds,
		grantIds,
		classes: {
			X: await holdClass(phones.helperX, places.X, helpedIds.X),
			Y: await holdClass(phones.helperY, places.Y, helpedIds.Y)
		},
		helpedIds,
		doubles: { X: await mergeSome(phones.helperX, places.X), Y: await mergeSome(phones.helperY, places.Y) },
		homes: {
			X: await writeHomeDown(phones.helperX, places.X, helpedIds.X),
			Y: await writeHomeDown(phones.helperY, places.Y, helpedIds.Y)
		},
		papers: {
			X: await printPaper(phones.helperX, places.X, 'X'),
			Y: await printPaper(phones.helperY, places.Y, 'Y')
		},
		sittings: { X: await sitDown(app, phones.helperX, places.X), Y: await sitDown(app, phones.helperY, places.Y) },
		teams: {
			X: await makeTeam(app, phones.officerX, ['X', places.X]),
			Y: await makeTeam(app, phones.officerY, ['Y', places.Y])
		},
		entryIds: { X: await logVisit(phones.helperX, places.X), Y: await logVisit(phones.helperY, places.Y) },
		has: {
			deviceA: await learn(app, phones.deviceA, ['Hoàng Thị Anh', 'giu-ma-1']),
			deviceB: await learn(app, phones.deviceB, ['Hoàng Văn Bình', 'giu-ma-2']),
			accountC: await learn(app, phones.accountC, ['Người Tên Cúc', 'hoi-lai-1']),
			accountD: await learn(app, phones.accountD, ['Người Tên Dung', 'hoi-lai-2'])
		},
		spareSessions: { accountC: await spare(app, 'accountC'), accountD: await spare(app, 'accountD') },
		unionIds: await secondAccounts(app, { accountIds, places }),
		inTrouble: await getIntoTrouble(app, places),
		uploadId: await sendQuestions(phones.root),
		offices: {
			X: await openOffice(app, phones, { letter: 'X', place: places.X }),
			Y: await openOffice(app, phones, { letter: 'Y', place: places.Y })
		}
	};
	// Last: what follows from passing a quiz, or from joining, has been done by then.
	await app.house.facts.runDue();
	await bringResults(app, cast);
	await giveThings(app, cast);
	return cast;
}

async function makeRoot({ house }: TestApp, phone: Phone): Promise<void> {
	const token = (await firstAdministratorLink(house))?.split('=')[1];
	const person = { token, name: 'Trần Quản Trị', birthYear: 1980, username: 'quantri', password };
	good(await phone.call('POST', '/first-administrator', person));
}

async function makePlaces(root: Phone): Promise<Cast['places']> {
	const province = good(await root.call('GET', '/places')).places[0].id;
	const commune = async (name: string) =>
		good(await root.call('POST', '/places', { parentId: province, name, villages: 'Thôn Một\nThôn Hai' }));
	const [x, y] = [await commune('Xã Xuân'), await commune('Xã Xuân Yên')];
	const villages = ({ children }: { children: { id: string }[] }) => children.map(({ id }) => id);
	const agency = async (parentId: string) =>
		good(await root.call('POST', '/organisations', { parentId, name: 'Văn phòng', organisationKind: 'agency' })).id;
	const organisations = { X: await agency(x.id), Y: await agency(y.id) };
	return { province, X: x.id, Y: y.id, villages: { X: villages(x), Y: villages(y) }, organisations };
}

/** The smallest photo there is: one grey pixel. */
export const aPicture = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
	'base64'
);

/** Holds a class at the hour at which the clock of the tests stands. */
async function holdClass(helper: Phone, placeId: string, helpedId: string): Promise<ClassHeld> {
	const { id } = good(await helper.call('POST', '/classes', { ...aSession, placeId }));
	const came = { way: 'tick', people: ['Bà Ba', 'Bà Năm', 'Bà Tư'].map((name) => ({ name })) };
	const { people } = good(await helper.call('POST', `/classes/${id}/attendance`, came));
	const [recognised, written, attended] = people.map((each: { id: string }) => each.id);
	const whose = good(await helper.call('PUT', `/classes/${id}/attendance/${recognised}/whose`, { helpedId })).people;
	const recognisedId = whose.find((each: { id: string }) => each.id === recognised).recognised[0].id;
	const empty = good(await helper.call('POST', '/classes', { ...aSession, placeId, day: '2026-11-26' }));
	const { photos } = good(await sendPhoto(helper, id, aPicture));
	return { id, attendanceId: attended, writtenId: written, recognisedId, photoId: photos[0].id, emptyId: empty.id };
}

async function mergeSome(helper: Phone, placeId: string) {
	const [keptId, goneId, otherId] = [
		await writeDown(helper, placeId, 'một'),
		await writeDown(helper, placeId, 'hai'),
		await writeDown(helper, placeId, 'ba')
	];
	const { merge } = good(await helper.call('POST', `/helped-learners/${keptId}/merges`, { otherId: goneId }));
	return { keptId, otherId, mergeId: merge.id };
}

async function writeDown(helper: Phone, placeId: string, apart?: string): Promise<string> {
	const person = { name: 'Hồ Thị Sương', birthYear: 1952, consent: true, placeId, ...(apart && { apart }) };
	return good(await helper.call('POST', '/helped-learners', person)).learner.id;
}

async function writeHomeDown(helper: Phone, placeId: string, helpedId: string) {
	const { id } = good(await helper.call('POST', '/households', { name: 'nhà ông Bảy', placeId }));
	const home = good(await helper.call('POST', `/households/${id}/members`, { helpedId, consent: true }));
	return { id, memberId: home.people[0].id };
}

async function logVisit(helper: Phone, placeId: string): Promise<string> {
	return good(await helper.call('POST', '/help-entries', { kind: 'visit', household: 'nhà ông Bảy', placeId })).id;
}

async function makeTeam(app: TestApp, officer: Phone, [letter, placeId]: [string, string]): Promise<TeamMade> {
	const { id } = good(await officer.call('POST', '/teams', { kind: 'cong-nghe-so', name: 'Tổ thử', placeId }));
	const { code } = good(await officer.call('POST', `/teams/${id}/invitations`, {}));
	const phone = app.aPhone();
	await signUp(phone, `member${letter}`, placeId);
	good(await phone.call('POST', '/team-memberships', { code, sponsor: 'doan-thanh-nien' }));
	return { id, memberId: good(await officer.call('GET', `/teams/${id}`)).people[0].id };
}

/** What a session is about, when, and how often. */
export const aSession = { day: '2026-11-23', time: '9:30', topic: 'Gọi video', rhythm: 'weekly' };

export const usernameOf = (name: string) => `${name.toLowerCase()}.thu`;

async function signUp(phone: Phone, name: string, placeId: string): Promise<string> {
	const person = { name: `Người Tên ${name}`, birthYear: 1964, username: usernameOf(name), password, placeId };
	return good(await phone.call('POST', '/accounts', person)).account.id;
}

/** Of accountC and accountD another account each, which was united with the one they are in. */
async function secondAccounts(
	app: TestApp,
	{ accountIds, places }: Pick<Cast, 'accountIds' | 'places'>
): Promise<Cast['unionIds']> {
	const unite = async (name: 'accountC' | 'accountD', placeId: string) => {
		const otherId = await signUp(app.aPhone(), `${name}Too`, placeId);
		return uniteSpare(app, { accountId: accountIds[name] ?? '', otherId });
	};
	return { accountC: await unite('accountC', places.X), accountD: await unite('accountD', places.Y) };
}

async function sendQuestions(root: Phone): Promise<string> {
	const { body, headers } = questionForm('Nên làm gì? {=Tắt máy#Đúng. ~Đọc mã#Chưa.}', 'cau-hoi.gift');
	return good(await root.call('POST', '/question-imports', body, headers)).id;
}

async function spare(app: TestApp, name: string): Promise<string> {
	const other = app.aPhone();
	good(await other.call('POST', '/session', { identifier: usernameOf(name), password }));
	const { sessions } = good(await other.call('GET', '/me/sessions'));
	return sessions.find((each: { current: boolean }) => each.current).id;
}

/** Passes the quiz, collects the record, begins the quiz again, and missed a question some days ago. */
async function learn(
	{ house }: TestApp,
	phone: Phone,
	[recordName, reviewedId]: [string, string]
): Promise<Belongings> {
	await missInLesson({ house }, phone, reviewedId);
	await missedBefore({ house }, reviewedId);
	const finishedAttempt = await passQuiz({ house }, phone);
	const record = good(await phone.call('POST', '/records', { attemptId: finishedAttempt, name: recordName }));
	const passedAgain = await passQuiz({ house }, phone);
	const again = good(await phone.call('POST', '/records', { attemptId: passedAgain, name: recordName }));
	const share = good(await phone.call('POST', '/record-shares', { codes: [record.code], days: 7 }));
	const open = good(await phone.call('POST', '/courses/thu/attempts', {}));
	const [question] = open.questions;
	return {
		finishedAttempt,
		openAttempt: open.id,
		questionId: question.id,
		optionId: question.fields[0].options[0].id,
		recordCode: record.code,
		misspeltCode: again.code,
		shareId: share.id,
		recordName,
		reviewedId
	};
}
