import type { FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '../platform/house.ts';
import { sendCookie, takeCookieBack } from '../platform/http/cookies.ts';
import { randomToken } from '../platform/ids.ts';
import type { Secrets } from '../platform/secrets.ts';
import { cookieNames } from './tokens.ts';

/** Somebody who has signed in on this device, as the device remembers her: `N. T. Lan`. */
interface PersonHere {
	readonly accountId: string;
	readonly name: string;
}

/** Who has signed in on a device, the latest first; under an id that the device keeps as long as its cookie. */
export interface PeopleHere {
	readonly deviceId: string;
	readonly people: readonly PersonHere[];
}

const purpose = 'people-here';
const most = 8;
const cookieSeconds = 400 * 24 * 3600;
const form = /^([\w-]{16})((?:~[\w-]{1,60}\.[\w-]{1,160})*)\.([\w-]{22})$/;

/** Reads cookie `quen`; what is broken or made elsewhere is as if nobody had signed in here. */
export function readPeople(secrets: Secrets, cookie: string | undefined): PeopleHere | null {
	const [, deviceId = '', list = '', mark = ''] = form.exec(cookie ?? '') ?? [];
	if (deviceId === '' || !secrets.isMarked(purpose, deviceId + list, mark)) return null;
	const people = list
		.split('~')
		.slice(1)
		.map((entry) => {
			const [accountId = '', name = ''] = entry.split('.');
			return { accountId, name: Buffer.from(name, 'base64url').toString() };
		});
	return { deviceId, people };
}

function writtenPeople(secrets: Secrets, { deviceId, people }: PeopleHere): string {
	const list = people.map(({ accountId, name }) => `~${accountId}.${Buffer.from(name).toString('base64url')}`);
	const value = deviceId + list.join('');
	return `${value}.${secrets.mark(purpose, value)}`;
}

/** A name as strangers at the device may see it: the given name in full, the others as letters. */
function shortName(fullName: string): string {
	const syllables = fullName.split(' ');
	const given = [...(syllables.at(-1) ?? '')].slice(0, 30).join('');
	const letters = syllables.slice(0, -1).slice(-3);
	return [...letters.map((syllable) => `${[...syllable][0] ?? ''}.`), given].join(' ');
}

type Exchange = { request: FastifyRequest; reply: FastifyReply };

/** Remembers on the device, and nowhere else, that somebody signed in here; the ninth in turn is forgotten. */
export function rememberPerson(
	house: House,
	{ request, reply }: Exchange,
	account: { id: string; name: string }
): void {
	const here = readPeople(house.secrets, request.cookies[cookieNames.people]);
	const others = (here?.people ?? []).filter(({ accountId }) => accountId !== account.id);
	const people = [{ accountId: account.id, name: shortName(account.name) }, ...others].slice(0, most);
	sendPeople(house, reply, { deviceId: here?.deviceId ?? randomToken(12), people });
}

/** Takes somebody out of what the device remembers. */
export function forgetPerson(house: House, { request, reply }: Exchange, accountId: string): void {
	const here = readPeople(house.secrets, request.cookies[cookieNames.people]);
	const people = (here?.people ?? []).filter((each) => each.accountId !== accountId);
	if (here && people.length > 0) sendPeople(house, reply, { ...here, people });
	else takeCookieBack(reply, house.config, cookieNames.people);
}

function sendPeople(house: House, reply: FastifyReply, here: PeopleHere): void {
	const value = writtenPeople(house.secrets, here);
	sendCookie(reply, house.config, { name: cookieNames.people, value, maxAge: cookieSeconds });
}
