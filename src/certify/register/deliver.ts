import { repeating, type Repeating } from '../../platform/repeating.ts';
import { RegisterTrouble } from './national-register.ts';
import { changeMessage, listDue, type Message } from './queries.ts';
import { usableRegister, type RegisterHouse } from './register-house.ts';
import { deliverOne, writeDown, type Delivered, type Usable } from './deliver-one.ts';
import { Breaker } from './waits.ts';

/** So many messages are taken up at once; those who are killed with them in hand leave them to others after the lease. */
const most = 64;
/** So many of them are on their way at the same moment. */
const together = 16;
const leaseMs = 60_000;

export interface Deliveries {
	/** Tells the register all that is due and returns how many messages that were. */
	runDue(): Promise<number>;
	/** Whether the register is left alone because it is down. */
	readonly resting: boolean;
}

/**
 * Works off what the register is to be told. Several processes may do so at once: a message belongs to whoever took it
 * up last, for as long as the lease lasts; whoever was slower says nothing any more, and the register, which knows each
 * message by its key, does it once.
 */
export function openDeliveries(
	house: RegisterHouse,
	breaker = new Breaker()
): Deliveries & Pick<Repeating, 'start' | 'stop'> {
	let stopping = false;
	const runDue = async () => {
		for (let done = 0; ;) {
			const count = stopping ? 0 : await deliverSome(house, breaker);
			if (count === 0) return done;
			done += count;
		}
	};
	const poll = repeating(house.log, { name: 'national register', everyMs: 1_000, work: runDue });
	return {
		runDue,
		get resting() {
			return breaker.open;
		},
		start: poll.start,
		async stop() {
			stopping = true;
			await poll.stop();
		}
	};
}

async function deliverSome(house: RegisterHouse, breaker: Breaker): Promise<number> {
	const limit = breaker.allows(most);
	if (limit === 0 || !house.nationalRegister) return 0;
	const due = await listDue(house.store.read, { now: house.clock.now(), limit: 1 });
	if (due.length === 0) return 0;
	const usable = await reached(house, breaker);
	if (!usable) return 0;
	const taken = await takeUp(house, limit);
	const waiting = [...taken];
	const delivered: Delivered[] = [];
	const hands = Array.from({ length: together }, async () => {
		for (let message = waiting.shift(); message; message = waiting.shift()) {
			const outcome = await deliverOne(house, { ...usable, breaker }, message);
			if (outcome) delivered.push({ message, outcome });
		}
	});
	await Promise.all(hands);
	// All of them in one transaction: what is lost with this process is asked for again, and is then the same.
	await house.store.transact(async (tx) => {
		for (const each of delivered) await writeDown(tx, house.clock.now(), each);
	});
	return taken.length;
}

/** The register, unless it can't be asked who it is; that counts as being down. */
async function reached(house: RegisterHouse, breaker: Breaker): Promise<Omit<Usable, 'breaker'> | null> {
	try {
		return await usableRegister(house);
	} catch (error) {
		if (!(error instanceof RegisterTrouble)) throw error;
		breaker.failed();
		house.log.warn({ fault: error.fault, why: error.why }, 'the national register does not answer');
		return null;
	}
}

/** Takes up what is due, the first of each line, for as long as the lease lasts. */
function takeUp({ store, clock }: RegisterHouse, limit: number): Promise<Message[]> {
	return store.transact(async (tx) => {
		const now = clock.now();
		const taken: Message[] = [];
		for (const message of await listDue(tx, { now, limit })) {
			const lease = { attempts: message.attempts + 1, dueAt: new Date(now.getTime() + leaseMs) };
			await changeMessage(tx, message.id, lease);
			taken.push({ ...message, ...lease });
		}
		return taken;
	});
}
