import type { House } from '../../platform/house.ts';
import { say } from '../../platform/messages/index.ts';
import { certificateFile, readCertificate, writeCertificate, type ReadCertificate } from './certificate-file.ts';
import type { Seal, SealFault, SealStanding } from './seal.ts';

type Means = Pick<House, 'config' | 'clock' | 'log'>;

/** Holds the certificate that PDFs are signed with. */
export interface Sealer {
	/** What to sign with now, or null where there is nothing: then PDFs go out unsigned and say so. */
	current(): Promise<Seal | null>;
	/** How it stands with the certificate, for those who run the site. */
	standing(): Promise<SealStanding>;
}

/** So long before its end a certificate made here is made anew. */
const renewedBefore = 30 * 86_400_000;

/**
 * The certificate in DATA_DIR/keys, read each time: one that is put there is taken up without a restart. Where there is
 * none this server makes one; one it made itself it also renews. One that was brought is never replaced.
 */
export function openSealer(means: Means): Sealer {
	let making: Promise<void> | undefined;
	let told = '';
	async function read(): Promise<ReadCertificate | null> {
		const { clock } = means;
		const found = readCertificate(means, clock.now());
		if (!isToBeMade(found, clock.now())) return found;
		making ??= make(means).finally(() => (making = undefined));
		await making;
		return readCertificate(means, clock.now());
	}
	/** Says it once, not with every PDF. */
	function tell(fault: SealFault | null): void {
		if (fault !== null && told !== fault) logFault(means, fault);
		told = fault ?? '';
	}
	return {
		async current() {
			const found = await read();
			tell(found ? found.standing.fault : 'unreadable');
			return found?.seal ?? null;
		},
		async standing() {
			const nothing = { subject: null, issuer: null, endsAt: null, selfMade: false };
			return (await read())?.standing ?? { ...nothing, fault: 'unreadable' };
		}
	};
}

function isToBeMade(found: ReadCertificate | null, now: Date): boolean {
	if (!found) return true;
	const { selfMade, endsAt } = found.standing;
	return selfMade && endsAt !== null && endsAt.getTime() - now.getTime() < renewedBefore;
}

async function make({ config, clock, log }: Means): Promise<void> {
	try {
		const { host } = new URL(config.origin);
		// Loaded when it is needed: once in three years.
		const { selfSigned } = await import('./self-signed.ts');
		writeCertificate(config.dataDir, await selfSigned({ host, name: say('vi', 'site.name'), now: clock.now() }));
		log.info(
			{ file: certificateFile(config.dataDir) },
			'a certificate for signing PDFs was made, signed by itself; readers of PDF know one of a certification authority better: npm run keys:certificate'
		);
	} catch (error) {
		log.error(
			{ err: error },
			'no certificate for signing PDFs could be made: the folder for keys cannot be written to'
		);
	}
}

const explanations: Record<SealFault, string> = {
	unreadable: 'its file cannot be read: check who owns it',
	'open-to-others': 'others on this machine can read its private key: set the rights to 0600 (folder 0700)',
	'no-key': 'its file holds no private key, or one locked with a password',
	'no-certificate': 'its file holds no certificate',
	'wrong-key': 'the private key in its file belongs to none of the certificates there',
	'too-weak': 'its key is neither P-256 nor RSA of 2048 bits or more',
	'not-yet': 'it is not valid yet: check the clock of this machine',
	ended: 'it has ended: bring its successor with npm run keys:certificate'
};

function logFault({ config, log }: Means, fault: SealFault): void {
	log.error(
		{ fault, file: certificateFile(config.dataDir) },
		`PDFs of records go out without a signature, and say so: of the certificate, ${explanations[fault]}. The records themselves are signed as before.`
	);
}
