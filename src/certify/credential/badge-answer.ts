import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendCookie } from '../../platform/http/cookies.ts';
import type { CertifyHouse } from '../certify-house.ts';
import type { BadgeAnswer } from './schemas.ts';

const cookieName = 'badge';
const purpose = 'badge-answer';
/** As long as it takes to be led to the page, with some for a bad signal. */
const goodForMs = 2 * 60_000;

type Means = Pick<CertifyHouse, 'config' | 'clock' | 'secrets'>;

/**
 * Sends along with an answer what a badge came to, for the page that the plain form is led to. It goes in a cookie, never
 * in the address: what an address says anybody can write into a link.
 */
export function sendBadgeAnswer(reply: FastifyReply, means: Means, { said, code }: BadgeAnswer): void {
	const text = [said, code ?? '', means.clock.now().getTime()].join(' ');
	const value = `${Buffer.from(text).toString('base64url')}.${means.secrets.mark(purpose, text)}`;
	sendCookie(reply, means.config, { name: cookieName, value, maxAge: goodForMs / 1000 });
}

/** What the badge came to that this browser sent just now; nothing where it sent none, or long ago. */
export function readBadgeAnswer(request: FastifyRequest, { clock, secrets }: Means): BadgeAnswer {
	const [packed = '', mark = ''] = (request.cookies[cookieName] ?? '').split('.');
	const text = Buffer.from(packed, 'base64url').toString('utf8');
	const [said = '', code = '', at = ''] = text.split(' ');
	const since = Math.abs(clock.now().getTime() - Number(at));
	if (!secrets.isMarked(purpose, text, mark) || !(since < goodForMs)) return { said: null, code: null };
	return { said, code: code === '' ? null : code };
}
