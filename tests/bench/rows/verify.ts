import { chromium, devices, type Browser } from '@playwright/test';
import { canonicalText, type Statement } from '../../../src/certify/canonical-text.ts';
import { newKey, privateKeyFor, signText } from '../../../src/certify/keys.ts';
import type { StoredRecord } from '../../../src/certify/queries.ts';
import { newRecordCode } from '../../../src/certify/record-code.ts';
import { verificationOf } from '../../../src/certify/verify-record.ts';
import { packed } from '../../../src/record-text/packed.ts';
import { chromiumPath } from '../../e2e/support/chromium.ts';
import { both, type Bench, type Row } from '../row.ts';

const times = 2_000;
/** A processor a quarter as fast, as that of a cheap phone. */
const slowdown = 4;

const key = newKey();
const record = aRecord();

/** One record checked on the server, beside finding it in the database: its signature, and that its row says what was signed. */
export const verifyRow: Row = {
	id: 'verify',
	title: 'verifying one record on the server',
	figures: [{ name: 'cpu', unit: 'ms', better: 'less', digits: 3, limit: both(5) }],
	times: 3,
	async measure() {
		const house = { log: { error: () => undefined } } as unknown as Parameters<typeof verificationOf>[0];
		const known = { id: key.id, publicKey: key.publicKey, createdAt: record.issuedAt, retiredAt: null };
		const began = process.cpuUsage();
		for (let time = 0; time < times; time++)
			if (verificationOf(house, record, known).status !== 'valid') throw new Error('the record is genuine');
		const { user, system } = process.cpuUsage(began);
		return { figures: { cpu: (user + system) / 1000 / times } };
	}
};

/** A signed text from a code checked in the browser, as the page itself measures it; the first time is the dearest. */
export const verifyInBrowserRow: Row = {
	id: 'verify-browser',
	title: 'verifying one record in a browser, processor ×¼',
	figures: [{ name: 'took', unit: 'ms', better: 'less', digits: 0, limit: both(200) }],
	times: 3,
	async measure(bench) {
		const { path, args } = await chromiumPath();
		const browser = await chromium.launch({ executablePath: path, args });
		try {
			return { figures: { took: await tookIn(browser, bench) } };
		} finally {
			await browser.close();
		}
	}
};

/** The site gives out the key of the measured record as if it were its own. */
async function tookIn(browser: Browser, { server }: Bench): Promise<number> {
	const context = await browser.newContext({ ...devices['Pixel 5'], serviceWorkers: 'block' });
	const page = await context.newPage();
	const keys = [{ id: key.id, publicKey: { x: key.publicKey }, createdAt: record.issuedAt, retiredAt: null }];
	await page.route('**/api/signing-keys', (route) => route.fulfill({ json: { keys } }));
	const session = await context.newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
	const letters = packed({ text: record.canonicalText, signature: record.signature });
	await page.goto(`${server.origin}/xac-minh/${record.code}#${letters}`);
	// Signed by the key it was told, and not in the register: so the signature was checked.
	await page.locator('[data-outcome=unregistered]').waitFor();
	return page.evaluate(() => Math.max(...performance.getEntriesByName('judged').map(({ duration }) => duration)));
}

function aRecord(): StoredRecord {
	const at = new Date('2026-11-22T10:00:00Z');
	const statement: Statement & Pick<StoredRecord, 'skills'> = {
		...{ code: newRecordCode(), name: 'Nguyễn Thị Lan', kind: 'course' as const, keyId: key.id },
		...{ courseId: 'an-toan-so', courseVersion: 1, courseTitle: 'An toàn số', courseHash: 'b'.repeat(64) },
		skills: Array.from({ length: 8 }, (_, i) => ({ code: `nguoi-dan.${i}`, name: `Nhận diện lừa đảo ${i}` })),
		...{ score: 9, total: 10, passPercent: 80, completedAt: at, issuedAt: at },
		...{ helped: false, assurance: null, nameChecked: null, simulated: false, statusIndex: 7, replaces: null }
	};
	const text = canonicalText(statement, 'https://hocso.example.vn');
	const privateKey = privateKeyFor(key.publicKey, key.pem);
	if (!privateKey) throw new Error('a new key fits itself');
	return {
		...statement,
		...{ id: 'r', learnerId: 'l', attemptId: 'a', replacedBy: null },
		...{ canonicalText: text, signature: signText(privateKey, text) },
		...{ withdrawnAt: null, withdrawnBy: null, withdrawnReason: null }
	};
}
