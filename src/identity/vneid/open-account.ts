import type { FastifyRequest } from 'fastify';
import { withoutCard } from '../card-session.ts';
import { wrongFields } from '../refusals.ts';
import type { Entrance } from '../sign-in.ts';
import { signUp } from '../sign-up.ts';
import type { Issued } from '../tokens.ts';
import { consentFaults, guardianOf, join, whoWaits } from './join-identity.ts';
import type { VneidAccount } from './schemas.ts';
import type { VneidHouse } from './vneid-house.ts';

/**
 * A new account under the name and year of birth that the provider vouches for, joined to the identity, and signed in.
 * She chooses a password too: the provider may be down, and then she comes in all the same.
 */
export async function openAccount(
	house: VneidHouse,
	request: FastifyRequest,
	{ consent, guardian, waiting, ...input }: VneidAccount & Entrance
): Promise<Issued> {
	const { person } = await whoWaits(house, request, waiting);
	const faults = consentFaults(house, person, { consent, guardian: guardian ?? '' });
	if (faults.length > 0) throw wrongFields({ fields: faults });
	const joined = { person, guardian: guardianOf(house, person, { consent, guardian: guardian ?? '' }) };
	return signUp(house, withoutCard(request.actor), {
		...input,
		name: person.name,
		birthYear: Number(person.birthDate.slice(0, 4)),
		simulated: person.simulated,
		also: (tx, accountId) => join(house, tx, { ...joined, accountId })
	});
}
