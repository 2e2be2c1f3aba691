import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { take, type Limit } from '../../platform/allowance.ts';
import { countedAddress } from '../../platform/http/address.ts';
import type { TypedApi } from '../../platform/http/api.ts';
import type { CertifyHouse } from '../certify-house.ts';
import { bytesIn, FormQuery, pageIn, takingFiles } from '../uploads.ts';
import { noBadgeSent, tooLargePicture } from './baked/refusals.ts';
import { readBadgeAnswer, sendBadgeAnswer } from './badge-answer.ts';
import { BadgeAnswer, BadgeVerification } from './schemas.ts';
import { verifyBadge } from './verify-badge.ts';

/** Badges from one address: taking one out of its picture and checking its proof is some milliseconds of work. */
const badges: Limit = { name: 'badge-files', free: 60, minutes: 10 };

/** Checking a badge that somebody brings as a file, for anyone; without an account. */
export function badgeRoutes(api: TypedApi, house: CertifyHouse): void {
	const faulty = (said: string, reply: FastifyReply) => {
		sendBadgeAnswer(reply, house, { said, code: null });
		return formPage;
	};
	takingFiles(api, faulty, (scope) => takingBadges(scope, house));
	const summary = 'What the badge came to that this browser’s plain form sent just now; nothing where it sent none';
	api.get(
		'/badge-verifications/last',
		{
			config: { access: 'public' },
			schema: { tags: ['certify'], summary, response: { 200: BadgeAnswer } }
		},
		async (request, reply) => {
			void reply.header('x-robots-tag', 'noindex');
			return readBadgeAnswer(request, house);
		}
	);
}

/** The form of the page, which then asks for what was wrong or what the badge came to. */
const formPage = '/xac-minh?huy-hieu#huy-hieu';

function takingBadges(api: TypedApi, house: CertifyHouse): void {
	api.post(
		'/badge-verifications',
		{
			config: { access: 'public' },
			schema: {
				tags: ['certify'],
				summary:
					'Whether a badge (PNG, SVG, JSON or JWT, multipart/form-data) is one of this site’s, unchanged and still valid; nothing of it is kept',
				consumes: ['multipart/form-data'],
				querystring: FormQuery,
				response: { 200: BadgeVerification, 303: Type.Null() }
			}
		},
		async (request, reply) => {
			const verified = await checked(house, request);
			const page = pageIn(request, pageOf(verified));
			if (page !== null) {
				sendBadgeAnswer(reply, house, { said: verified.badge, code: verified.code ?? null });
				return reply.redirect(page, 303);
			}
			return reply.header('x-robots-tag', 'noindex').send(verified);
		}
	);
}

async function checked(house: CertifyHouse, request: FastifyRequest): Promise<BadgeVerification> {
	const address = countedAddress(request, house.config);
	if (address !== null) await take(house, [[badges, address]]);
	const file = await bytesIn(request, { none: noBadgeSent, tooLarge: tooLargePicture });
	return verifyBadge({ ...house, log: request.log }, file);
}

/** A badge of ours leads to the page of its record, which asks the register by itself. */
function pageOf({ badge, code }: BadgeVerification): string {
	return badge === 'genuine' && code ? `/xac-minh/${code}?huy-hieu` : formPage;
}
