import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { findRecord } from '../../src/certify/queries.ts';
import { openDeliveries } from '../../src/certify/register/deliver.ts';
import { openNationalRegister, ownPublicKey } from '../../src/certify/register/national-register.ts';
import { requestConfirmation } from '../../src/certify/register/request-confirmation.ts';
import { findConfirmation } from '../../src/certify/register/queries.ts';
import { confirmations, registerMessages } from '../../src/certify/tables.ts';
import { accounts, identities, learners } from '../../src/identity/tables.ts';
import { keptOf } from '../../src/identity/vneid/number-vault.ts';
import { publicText } from '../../src/platform/message-signature.ts';
import { newId } from '../../src/platform/ids.ts';
import { visitor } from '../../src/platform/actor.ts';
import { openRegister, type Register } from '../../src/standins/register/server.ts';
import type { TestHouse } from './a-house.ts';
import { freePort } from './free-port.ts';
import { aCertifyingHouse, aPassedAttempt, type Certifying, type Learning } from './records.ts';
import { issueRecord } from '../../src/certify/issue-record.ts';

export interface StandInRegister extends Register {
	/** The settings of a site that has its records confirmed there. */
	settings: { REGISTER_URL: string; REGISTER_KEY: string };
	stop(): Promise<void>;
}

/** The stand-in register on a port of its own, for the site with these secrets. */
export async function aRegister(
	{ secrets, clock }: Pick<TestHouse, 'secrets'> & { clock?: TestHouse['clock'] },
	{ slowMs = 30, decideMs = 0 } = {}
): Promise<StandInRegister> {
	const folder = mkdtempSync(join(tmpdir(), 'bdhvs-register-'));
	const port = await freePort();
	const address = `http://127.0.0.1:${port}`;
	const siteKey = ownPublicKey(secrets);
	const now = clock && { clock: () => clock.now().getTime() };
	const register = openRegister({ address, siteKey, folder, slowMs, decideMs, ...now });
	await new Promise<void>((resolve) => register.server.listen(port, '127.0.0.1', resolve));
	const stop = async () => {
		if (register.server.listening) register.close();
	};
	onTestFinished(async () => {
		await stop();
		rmSync(folder, { recursive: true, force: true });
	});
	return { ...register, stop, settings: { REGISTER_URL: address, REGISTER_KEY: publicText(register.key) } };
}

export type Confirming = Certifying & {
	nationalRegister: ReturnType<typeof openNationalRegister>;
	registerThere: StandInRegister;
};

/** A house that has records confirmed at a stand-in, by whose clock both go. */
export async function aConfirmingHouse(
	how: { slowMs?: number; decideMs?: number; patience?: number } = {}
): Promise<Confirming> {
	const made = await aCertifyingHouse();
	const house = { ...made, config: { ...made.config, standInsAllowed: true } };
	const registerThere = await aRegister(house, how);
	const { REGISTER_URL: url, REGISTER_KEY: key } = registerThere.settings;
	const means = { ...house, patience: how.patience ?? 8_000 };
	const nationalRegister = openNationalRegister({ url, key }, means);
	await nationalRegister.isStandIn(); // asked once for good: what goes wrong afterwards goes wrong with messages
	return { ...house, registerThere, nationalRegister };
}

let people = 0;

/** The simulated provider has vouched for the holder of this account. */
export async function joinSimulated(
	house: Pick<Certifying, 'store' | 'clock' | 'secrets'>,
	accountId: string,
	simulated = true
): Promise<void> {
	const number = `999${String(++people).padStart(9, '0')}`;
	const person = { issuer: 'http://localhost', subject: `mp-${number}`, number, simulated };
	const now = house.clock.now();
	await house.store.transact(async (tx) => {
		const kept = await keptOf(tx, house, person);
		const identity = { accountId, issuer: person.issuer, name: 'Nguyễn Thị Lan', birthDate: '1964-03-08', level: 2 };
		const consent = { guardian: null, consentedAt: now, checkedAt: now };
		await tx.insert(identities).values({ ...kept, ...identity, ...consent, simulated });
	});
}

/** Somebody for whom the simulated provider has vouched. */
export async function aVouchedLearner(house: Certifying, { simulated = true } = {}): Promise<Learning> {
	const [learnerId, accountId] = [newId(), newId()];
	const now = house.clock.now();
	await house.store.transact(async (tx) => {
		await tx.insert(learners).values({ id: learnerId, createdAt: now });
		const name = { name: 'Nguyễn Thị Lan', nameSort: 'lan', nameFolded: 'nguyen thi lan' };
		const rest = { birthYear: 1964, passwordHash: '-', createdAt: now, simulated };
		await tx.insert(accounts).values({ id: accountId, learnerId, ...name, ...rest });
	});
	await joinSimulated(house, accountId, simulated);
	return { ...visitor(), learnerId, accountId };
}

/** A record of hers that is to be confirmed; its code. */
export async function aRequest(house: Certifying, holder: Learning): Promise<string> {
	const attemptId = await aPassedAttempt(house, holder);
	const { record } = await issueRecord(house, holder, { attemptId, name: 'Nguyễn Thị Lan' });
	await request(house, record.code);
	return record.code;
}

/** What issuing a record of a group does in its own transaction. */
export async function request(house: Pick<Certifying, 'store' | 'clock'>, code: string): Promise<void> {
	await house.store.transact(async (tx) => {
		const record = await findRecord(tx, code);
		if (record) await requestConfirmation(tx, house, record);
	});
}

export const standing = ({ store }: Certifying, code: string) => findConfirmation(store.read, code);
export const messagesOf = async ({ store }: Certifying) => store.read.select().from(registerMessages);
export const allConfirmations = async ({ store }: Certifying) => store.read.select().from(confirmations);

/** All that stands at the register, in the order of codes. */
export const standingThere = ({ registerThere }: Confirming) => registerThere.book.list({ after: '', limit: 100_000 });

/** Delivers what is due, lets a day pass where something has to wait, and so on until nothing waits any more. */
export async function deliverAll(house: Confirming, rounds = 30): Promise<void> {
	const deliveries = openDeliveries(house);
	for (let round = 0; round < rounds; round++) {
		await deliveries.runDue();
		if (!(await messagesOf(house)).some(({ state }) => state === 'waiting')) return;
		house.clock.pass(3_700_000);
	}
}
