import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attempts } from '../../src/assess/tables.ts';
import { newKey } from '../../src/certify/keys.ts';
import { newRecordCode } from '../../src/certify/record-code.ts';
import { openDeliveries } from '../../src/certify/register/deliver.ts';
import { openNationalRegister, ownPublicKey } from '../../src/certify/register/national-register.ts';
import { requestConfirmation } from '../../src/certify/register/request-confirmation.ts';
import { completionRecords, confirmations, signingKeys } from '../../src/certify/tables.ts';
import { accounts, identities, learners } from '../../src/identity/tables.ts';
import { keptOf } from '../../src/identity/vneid/number-vault.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import { openFacts } from '../../src/platform/facts.ts';
import type { House } from '../../src/platform/house.ts';
import { newId } from '../../src/platform/ids.ts';
import { publicText } from '../../src/platform/message-signature.ts';
import { openStore } from '../../src/platform/persistence/open-store.ts';
import { secretsFrom } from '../../src/platform/secrets.ts';
import { ownKey } from '../../src/standins/register/own-key.ts';

/** So many people with a record each: more than are confirmed in ten seconds at the rate that is asked for. */
const people = 3_000;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Everything of a record that the register is told, for somebody a stand-in has vouched for. */
async function someoneWithRecord(house: House, keyId: string): Promise<void> {
	const [learnerId, accountId, attemptId, code] = [newId(), newId(), newId(), newRecordCode()];
	const now = house.clock.now();
	const number = code;
	const person = { issuer: 'http://localhost', subject: code, number, simulated: true };
	const name = 'Nguyễn Thị Lan';
	await house.store.transact(async (tx) => {
		await tx.insert(learners).values({ id: learnerId, createdAt: now });
		const account = { name, nameSort: 'lan', nameFolded: 'nguyen thi lan', birthYear: 1964, passwordHash: '-' };
		await tx.insert(accounts).values({ id: accountId, learnerId, createdAt: now, simulated: true, ...account });
		const identity = { accountId, issuer: person.issuer, name, birthDate: '1964-03-08', level: 2, simulated: true };
		const kept = await keptOf(tx, house, person);
		await tx.insert(identities).values({ ...kept, ...identity, guardian: null, consentedAt: now, checkedAt: now });
		const course = { courseId: 'nhom', courseVersion: 1, courseHash: 'h' };
		const result = { score: 9, total: 10, passPercent: 80 };
		const attempt = { id: attemptId, learnerId, purpose: 'quiz' as const, seed: 's', questions: [], startedAt: now };
		await tx.insert(attempts).values({ ...attempt, ...course, ...result, finishedAt: now, passed: true });
		const dates = { completedAt: now, issuedAt: now };
		const signed = { canonicalText: JSON.stringify({ code, name, v: 2 }), signature: 's'.repeat(86), keyId };
		const record = { id: newId(), code, learnerId, attemptId, kind: 'group' as const, courseTitle: 'Nhóm', skills: [] };
		await tx
			.insert(completionRecords)
			.values({ ...record, ...course, ...result, ...dates, ...signed, name, simulated: true });
		await requestConfirmation(tx, house, { code, learnerId, simulated: true, replaces: null });
	});
}

async function aPort(): Promise<string> {
	const probe = createServer();
	await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
	const { port } = probe.address() as AddressInfo;
	await new Promise((resolve) => probe.close(resolve));
	return String(port);
}

/** Delivers all of it to a stand-in in a process of its own, on SQLite, and tells how many were confirmed in a second. */
async function main(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'bdhvs-bench-'));
	const [port, own] = [await aPort(), join(folder, 'register')];
	const key = publicText(ownKey(own));
	const secrets = secretsFrom('secret of the bench, long enough for it');
	const config = readConfig({ DATA_DIR: folder, REGISTER_URL: `http://localhost:${port}`, REGISTER_KEY: key });
	const standIn = spawn(process.execPath, ['build/server/standin-register.js'], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: {
			...process.env,
			SITE_KEY: ownPublicKey(secrets),
			STANDIN_PORT: port,
			STANDIN_REGISTER_DIR: own,
			STANDIN_DECIDE_MS: '0'
		}
	});
	await new Promise((resolve) => standIn.stdout.once('data', resolve));
	const store = await openStore(config);
	await store.migrate();
	const house = {
		store,
		config,
		secrets,
		clock: systemClock,
		log: quiet,
		facts: openFacts({ store, clock: systemClock, log: quiet })
	};
	const { id, publicKey } = newKey();
	await store.transact(
		async (tx) => void (await tx.insert(signingKeys).values({ id, publicKey, createdAt: new Date() }))
	);
	for (let person = 0; person < people; person++) await someoneWithRecord(house, id);
	const nationalRegister = config.register && openNationalRegister(config.register, house);
	const began = performance.now();
	const cpu = process.cpuUsage();
	await openDeliveries({ ...house, nationalRegister }).runDue();
	const seconds = (performance.now() - began) / 1_000;
	const { user, system } = process.cpuUsage(cpu);
	const rows = await store.read.select({ state: confirmations.state }).from(confirmations);
	const confirmed = rows.filter(({ state }) => state === 'confirmed').length;
	standIn.kill();
	await store.close();
	rmSync(folder, { recursive: true, force: true });
	process.send?.({ confirmed, perSecond: confirmed / seconds, cpuMs: (user + system) / 1_000 / confirmed });
}

await main();
