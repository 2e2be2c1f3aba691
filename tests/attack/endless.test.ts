import { buildSync } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Whatever reads what somebody typed by a pattern; each is given every text below. */
const readers = `
import { dangerIn } from './src/catalog/source/media-files.ts';
import { readMarkdown } from './src/catalog/source/markdown.ts';
import { confirmedName } from './src/certify/confirmed-name.ts';
import { maskedName } from './src/certify/masked-name.ts';
import { readRecordCode } from './src/certify/record-code.ts';
import { deviceLabel } from './src/identity/device-label.ts';
import { passwordFault } from './src/identity/password-rules.ts';
import { readIdentifier, readPerson } from './src/identity/person.ts';
import { readReopeningCode } from './src/identity/reopening-code.ts';
import { parseDisplay } from './src/lib/display.ts';
import { withoutLanguage, inLanguage } from './src/lib/language.ts';
import { sitePath } from './src/lib/site-path.ts';
import { contactsFrom } from './src/places/contacts.ts';
import { isPlaceName, placeSortKey, readVillages, slugOf, wholeName } from './src/places/names.ts';
import { encodingFor } from './src/platform/http/page-cache.ts';
import { isShared, lessonKeyOf } from './src/platform/http/shared-pages.ts';
import { pathOf } from './src/platform/http/unreadable.ts';
import { preferredLang } from './src/platform/messages/index.ts';
import { fold, normalisePhone, tidy, vietnameseSortKey } from './src/platform/text.ts';
import { parentPort } from 'node:worker_threads';
const person = { name: 'Lê Thị Lan', birthYear: 1964, phone: '0912345678', username: 'lan' };
const readers = {
	dangerIn, heading: (text) => readMarkdown('# a' + text.replace(/\\n/g, ' ') + 'b', 1), confirmedName, maskedName, readRecordCode,
	deviceLabel, passwordFault: (text) => passwordFault(text, person), readIdentifier,
	readPerson: (text) => readPerson({ name: text, birthYear: 1964, phone: text, username: text }, new Date()),
	readReopeningCode, parseDisplay, withoutLanguage, inLanguage: (text) => inLanguage('en', text), sitePath,
	sitePathAfterSlash: (text) => sitePath('/' + text), contactsFrom: (text) => contactsFrom([{ kind: 'team', name: text, phone: text }]),
	isPlaceName, placeSortKey, readVillages, slugOf, wholeName: (text) => wholeName(text, 'thôn'), encodingFor, isShared,
	lessonKeyOf: (text) => lessonKeyOf('/khoa-hoc/' + text), pathOf: (url) => pathOf({ url }), preferredLang,
	fold, normalisePhone, tidy, vietnameseSortKey
};
const long = 100_000;
const units = ['a', ' ', '\\t', '\\n', '0', '-', '.', ',', '/', '(', '<', '"', '{#', '%', '\\u0301', 'ệ', 'a ', ' a', '1 ', '- ', 'a.', '\\u200B', '😀', '<a ', "href='", 'on', '&#1', ':'];
for (const [name, read] of Object.entries(readers))
	for (const unit of units)
		for (const [before, after] of [['', ''], ['a', '!'], ['1', 'x'], ['!', 'a']]) {
			parentPort.postMessage(name + ' of ' + JSON.stringify(before + unit + '…' + after));
			read(before + unit.repeat(Math.ceil(long / unit.length)) + after);
		}
parentPort.postMessage('done');
`;

/** No measure of speed: a pattern that runs away takes days, every other one is done long before. */
const givenUpAfterMs = 240_000;

it('no text of 100,000 signs sends a pattern that reads it astray', async () => {
	const folder = mkdtempSync(join(root, 'node_modules/.endless-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const outfile = join(folder, 'readers.mjs');
	const stdin = { contents: readers, resolveDir: root, loader: 'ts' as const };
	buildSync({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external' });
	const last = await new Promise<string>((resolve, reject) => {
		let begun = '';
		const worker = new Worker(outfile);
		const giveUp = setTimeout(() => void worker.terminate().then(() => resolve(begun)), givenUpAfterMs);
		worker.on('error', reject);
		worker.on('message', (told: string) => {
			begun = told;
			if (told !== 'done') return;
			clearTimeout(giveUp);
			void worker.terminate().then(() => resolve(begun));
		});
	});
	expect(last).toBe('done');
}, 300_000);
