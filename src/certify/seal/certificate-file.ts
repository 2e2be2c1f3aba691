import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOwnersAlone, type KeyMeans } from '../key-files.ts';
import type { Seal, SealFault, SealStanding } from './seal.ts';

/** The first line of a file that this server made itself; such a one it may also make anew. */
export const madeHere = '# Made by this server, signed by itself; npm run keys:certificate puts another in its place.';

/** What is read from the file: the certificate, whatever is wrong with it, and what can be signed with where nothing is. */
export interface ReadCertificate {
	readonly standing: SealStanding;
	readonly seal: Seal | null;
}

/** Where the certificate lies, with its private key: beside the keys that sign records, for its owner alone. */
export function certificateFile(dataDir: string): string {
	return join(dataDir, 'keys', 'pdf-certificate.pem');
}

/** Puts a certificate and its key on disk, in the place of the one before, whole or not at all. */
export function writeCertificate(dataDir: string, pem: string): void {
	const file = certificateFile(dataDir);
	mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
	const draft = `${file}.${process.pid}.new`;
	writeFileSync(draft, pem, { mode: 0o600, flush: true });
	renameSync(draft, file);
}

/** The certificate of this server at a moment; null where there is none. */
export function readCertificate(means: KeyMeans, now: Date): ReadCertificate | null {
	const file = certificateFile(means.config.dataDir);
	try {
		const pem = readFileSync(file, 'utf8');
		return isOwnersAlone(means, file) ? certificateIn(pem, now) : faulty('open-to-others');
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : faulty('unreadable');
	}
}

const nothing = { subject: null, issuer: null, endsAt: null, selfMade: false };
const faulty = (fault: SealFault): ReadCertificate => ({ standing: { ...nothing, fault }, seal: null });

/** What a file in PEM holds: a private key and certificates, the issuer's own being the one that fits the key. */
export function certificateIn(pem: string, now: Date): ReadCertificate {
	const key = privateKeyIn(pem);
	if (!key) return faulty('no-key');
	const chain = certificatesIn(pem);
	if (!chain) return faulty('no-certificate');
	const own = chain.find((each) => each.checkPrivateKey(key));
	if (!own) return faulty('wrong-key');
	const fault = faultOf(own, key, now);
	const standing = {
		fault,
		subject: commonName(own.subject),
		issuer: commonName(own.issuer),
		endsAt: new Date(own.validTo),
		selfMade: pem.startsWith(madeHere)
	};
	const ordered = [own, ...chain.filter((each) => each !== own)];
	return { standing, seal: fault ? null : { key, chain: ordered.map(({ raw }) => new Uint8Array(raw)) } };
}

function faultOf(own: X509Certificate, key: KeyObject, now: Date): SealFault | null {
	if (!isStrong(key)) return 'too-weak';
	if (now < new Date(own.validFrom)) return 'not-yet';
	return now > new Date(own.validTo) ? 'ended' : null;
}

function isStrong({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): boolean {
	if (type === 'ec') return details?.namedCurve === 'prime256v1';
	return type === 'rsa' && (details?.modulusLength ?? 0) >= 2048;
}

function privateKeyIn(pem: string): KeyObject | null {
	try {
		return createPrivateKey(pem);
	} catch {
		return null; // none, or locked with a password
	}
}

function certificatesIn(pem: string): X509Certificate[] | null {
	const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
	try {
		return blocks.length === 0 ? null : blocks.map((block) => new X509Certificate(block));
	} catch {
		return null;
	}
}

const commonName = (name: string) => /^CN=(.*)$/m.exec(name)?.[1] ?? name.replaceAll('\n', ', ');
