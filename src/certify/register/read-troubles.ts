import { and, count, eq, gt, isNotNull, or } from 'drizzle-orm';
import { mayActIn, withinGrants, type Actor } from '../../platform/actor.ts';
import { inByteOrder } from '../../platform/persistence/dialect.ts';
import type { Reader } from '../../platform/persistence/store.ts';
import { ownPublicKey } from './national-register.ts';
import { registerOfficers } from './officers.ts';
import { reasonIn } from './read-confirmation.ts';
import type { RegisterHouse } from './register-house.ts';
import type { RegisterStanding, TroubleList, TroubleView } from './schemas.ts';
import { confirmations, registerMessages } from './tables.ts';

const pageSize = 50;

const isDead = and(eq(registerMessages.recordCode, confirmations.recordCode), eq(registerMessages.state, 'dead'));
const inTrouble = or(isNotNull(registerMessages.id), eq(confirmations.state, 'refused'));
const within = (actor: Actor) => withinGrants(actor, registerOfficers, confirmations.placePath);

/** What an officer has to look at within her places, a page at a time. */
export async function readTroubles(
	{ store }: RegisterHouse,
	actor: Actor,
	{ after = '' }: { after?: string | undefined }
): Promise<TroubleList> {
	const rows = await store.read
		.select({ confirmation: confirmations, fault: registerMessages.fault })
		.from(confirmations)
		.leftJoin(registerMessages, isDead)
		.where(and(inTrouble, within(actor), gt(inByteOrder(confirmations.recordCode), after)))
		.orderBy(inByteOrder(confirmations.recordCode))
		.limit(pageSize);
	const troubles = rows.map(({ confirmation, fault }): TroubleView => {
		const { recordCode: code, requestedAt, state, reason, simulated } = confirmation;
		const ways = fault === null ? (['anew', 'give-up'] as const) : (['again', 'anew', 'give-up'] as const);
		const why = state === 'refused' ? reasonIn(actor.lang, reason) : null;
		const opens = mayActIn(actor, ['administrator'], confirmation.placePath);
		return {
			code,
			state,
			fault,
			simulated,
			opens,
			reason: why,
			ways: [...ways],
			requestedAt: requestedAt.toISOString()
		};
	});
	return { troubles, next: rows.length === pageSize ? (troubles.at(-1)?.code ?? null) : null };
}

/** How many there are in each state, and whether the register can be reached. */
export async function readStanding(
	{ store, nationalRegister, secrets }: RegisterHouse,
	actor: Actor,
	{ resting }: { resting: boolean }
): Promise<RegisterStanding> {
	const { read } = store;
	const found = await read
		.select({ state: confirmations.state, rows: count() })
		.from(confirmations)
		.where(within(actor))
		.groupBy(confirmations.state);
	const none = { waiting: 0, submitted: 0, confirmed: 0, refused: 0, withdrawn: 0, cancelled: 0 };
	return {
		...{ configured: nationalRegister !== null, siteKey: ownPublicKey(secrets), resting },
		counts: { ...none, ...Object.fromEntries(found.map(({ state, rows }) => [state, rows])) },
		troubles: await countTroubles(read, actor)
	};
}

async function countTroubles(reader: Reader, actor: Actor): Promise<number> {
	const [found] = await reader
		.select({ rows: count() })
		.from(confirmations)
		.leftJoin(registerMessages, isDead)
		.where(and(inTrouble, within(actor)));
	return found?.rows ?? 0;
}
