import { Decrypter, Encrypter } from 'age-encryption';
import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import type { Config } from '../config.ts';
import { namesIn } from './files.ts';
import { damaged, wrongPassphrase } from './sentences.ts';

const KeyFile = Type.Object({
	name: Type.String({ pattern: '^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$' }),
	encoding: Type.Union([Type.Literal('utf8'), Type.Literal('base64')]),
	content: Type.String({ maxLength: 1_500_000 })
});
const KeyFiles = Type.Array(KeyFile, { maxItems: 1000 });
/** The files of DATA_DIR/keys, small enough to be read by eye where nothing else is left. */
export type KeyFiles = Static<typeof KeyFiles>;

const secretName = 'session-secret';

/** The keys of this installation, with the secret from the settings where that is the one in use. */
export function readKeys(config: Pick<Config, 'dataDir' | 'sessionSecret'>): KeyFiles {
	const folder = join(config.dataDir, 'keys');
	const names = namesIn(folder).filter((name) => lstatSync(join(folder, name)).isFile());
	const files = names.map((name) => keyFile(name, readFileSync(join(folder, name))));
	if (!config.sessionSecret) return files;
	return [...files.filter(({ name }) => name !== secretName), keyFile(secretName, Buffer.from(config.sessionSecret))];
}

function keyFile(name: string, bytes: Buffer): KeyFiles[number] {
	const text = bytes.toString('utf8');
	return Buffer.from(text).equals(bytes)
		? { name, encoding: 'utf8', content: text }
		: { name, encoding: 'base64', content: bytes.toString('base64') };
}

/** Encrypts keys in the age format: `age -d keys.json.age` opens them as well. */
export async function sealKeys(files: KeyFiles, passphrase: string): Promise<Uint8Array> {
	const encrypter = new Encrypter();
	encrypter.setPassphrase(passphrase);
	return encrypter.encrypt(JSON.stringify(files, null, '\t'));
}

/** The keys again; refuses where the passphrase is not the one they were encrypted with. */
export async function openKeys(sealed: Uint8Array, passphrase: string): Promise<KeyFiles> {
	const decrypter = new Decrypter();
	decrypter.addPassphrase(passphrase);
	const text = await decrypter.decrypt(sealed, 'text').catch(() => {
		throw wrongPassphrase();
	});
	const files = JSON.parse(text) as unknown;
	if (!Value.Check(KeyFiles, files)) throw damaged('keys.json.age');
	return files;
}

/** Puts keys into a new folder that only its owner may read. */
export function writeKeys(folder: string, files: KeyFiles): void {
	mkdirSync(folder, { mode: 0o700 });
	for (const { name, encoding, content } of files)
		writeFileSync(join(folder, name), Buffer.from(content, encoding), { mode: 0o600, flag: 'wx', flush: true });
}
