import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { commandLine, recordAct } from '../../platform/audit.ts';
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
 * server signs itself. Running servers take it up with the next PDF. It stands in the trail, or nothing has changed.
 */
export async function bringCertificate(
	house: Pick<House, 'store' | 'clock' | 'config' | 'secrets'>,
	from: string | null
): Promise<Brought> {
	const { store, config, clock } = house;
	const now = clock.now();
	const pem = from === null ? await ownCertificate(config.origin, now) : readFileSync(from, 'utf8');
	const { standing, seal } = certificateIn(pem, now);
	if (standing.fault) throw new UnusableCertificate(standing.fault);
	const fingerprint = createHash('sha256')
		.update(seal?.chain[0] ?? '')
		.digest('hex');
	await store.transact(async (tx) => {
		await recordAct(tx, house, {
			doer: commandLine,
			action: 'certify.certificate-brought',
			subject: { kind: 'pdf-certificate', id: fingerprint.slice(0, 16) },
			placePath: '/',
			details: { fingerprint, selfMade: from === null, endsAt: standing.endsAt?.toISOString() ?? null }
		});
		// Last, so that a disk that is full leaves no word of it either.
		writeCertificate(config.dataDir, pem);
	});
	return { file: certificateFile(config.dataDir), standing };
}

async function ownCertificate(origin: string, now: Date): Promise<string> {
	const { selfSigned } = await import('./self-signed.ts');
	return selfSigned({ host: new URL(origin).host, name: say('vi', 'site.name'), now });
}
