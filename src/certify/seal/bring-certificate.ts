import { readFileSync } from 'node:fs';
import type { House } from '../../platform/house.ts';
import { say } from '../../platform/messages/index.ts';
import { certificateFile, certificateIn, writeCertificate } from './certificate-file.ts';
import type { SealFault, SealStanding } from './seal.ts';

/** What became of it: the certificate that PDFs are signed with from now on, and where it lies. */
export interface Brought {
	file: string;
	standing: SealStanding;
}

/** A file that can't be used, and why; nothing has changed then. */
export class UnusableCertificate extends Error {
	readonly fault: SealFault;
	constructor(fault: SealFault) {
		super(fault);
		this.fault = fault;
	}
}

/**
 * Puts a certificate and its key, from a file in PEM, in the place of the one before; without a file, a new one that this
 * server signs itself. Running servers take it up with the next PDF.
 */
export async function bringCertificate(
	{ config, clock }: Pick<House, 'config' | 'clock'>,
	from: string | null
): Promise<Brought> {
	const now = clock.now();
	const pem = from === null ? await ownCertificate(config.origin, now) : readFileSync(from, 'utf8');
	const { standing } = certificateIn(pem, now);
	if (standing.fault) throw new UnusableCertificate(standing.fault);
	writeCertificate(config.dataDir, pem);
	return { file: certificateFile(config.dataDir), standing };
}

async function ownCertificate(origin: string, now: Date): Promise<string> {
	const { selfSigned } = await import('./self-signed.ts');
	return selfSigned({ host: new URL(origin).host, name: say('vi', 'site.name'), now });
}
