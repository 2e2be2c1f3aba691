import type { House } from '../../platform/house.ts';
import { isSignedBy } from '../keys.ts';
import { findKeys, type StoredKey } from '../key-queries.ts';
import { findRecord, type StoredRecord } from '../queries.ts';
import { readRecordCode } from '../record-code.ts';
import { verificationOf } from '../verify-record.ts';
import { unreadableBadge } from './baked/refusals.ts';
import { credentialIn } from './baked/unbake.ts';
import { isJws } from './baked/svg.ts';
import { credentialOf } from './credential.ts';
import { isProved } from './integrity.ts';
import { didOf, methodOf } from './issuer.ts';
import { readJws } from './jws.ts';
import type { BadgeVerification } from './schemas.ts';

/** What is looked at of a credential that somebody brought; it may hold anything. */
interface Brought {
	id?: unknown;
	issuer?: unknown;
	validFrom?: unknown;
	proof?: unknown;
	credentialSubject?: { identifier?: { identityHash?: unknown }[]; achievement?: { id?: unknown } };
}

type Means = Pick<House, 'store' | 'log' | 'config' | 'clock'>;

/**
 * Says of a badge in a file (a picture, JSON or a signature) what anyone may know: whether it was issued here and says
 * what it said then, and what the register has under its code. A badge of another issuer is told as such and not looked
 * into: nothing is fetched. Refuses in words a file without a badge that can be read.
 */
export async function verifyBadge(means: Means, file: Uint8Array): Promise<BadgeVerification> {
	const text = credentialIn(file);
	const credential = brought(text);
	const issuer = issuerIn(credential);
	const { origin } = means.config;
	if (issuer !== didOf(origin)) return { badge: 'foreign', issuer };
	const keys = await findKeys(means.store.read);
	if (!(await isGenuine(means, { text, credential, keys }))) return { badge: 'altered' };
	const code = codeIn(credential, origin);
	const record = await findRecord(means.store.read, code);
	if (!record) return { badge: 'unregistered', code };
	const found = verificationOf(
		means,
		record,
		keys.find(({ id }) => id === record.keyId)
	);
	return found.status !== 'invalid' && saysTheSame(credential, origin, record)
		? { badge: 'genuine', code, found }
		: { badge: 'altered' };
}

/** The credential itself, of either kind of text. */
function brought(text: string): Brought {
	try {
		const said = isJws(text) ? readJws(text).payload : (JSON.parse(text) as unknown);
		if (typeof said === 'object' && said !== null) return said;
	} catch {
		// told below
	}
	throw unreadableBadge();
}

function issuerIn({ issuer }: Brought): string {
	const id = typeof issuer === 'object' && issuer !== null && 'id' in issuer ? issuer.id : issuer;
	if (typeof id !== 'string' || id === '') throw unreadableBadge();
	return id;
}

/** Only records have a page of their own here; whatever else is signed here is no badge. */
function codeIn({ id }: Brought, origin: string): string {
	const page = `${origin}/xac-minh/`;
	const code = typeof id === 'string' && id.startsWith(page) ? readRecordCode(id.slice(page.length)) : null;
	if (code === null) throw unreadableBadge();
	return code;
}

interface Claimed {
	text: string;
	credential: Brought;
	keys: readonly StoredKey[];
}

/** Whether a key of this site made its signature or its proof. */
async function isGenuine({ config, clock }: Means, { text, credential, keys }: Claimed): Promise<boolean> {
	const { origin } = config;
	if (!isJws(text)) return isProved(credential, { origin, keys, now: clock.now() }).catch(() => false); // what can't even be read in order
	const { alg, kid, input, signature } = readJws(text);
	const key = keys.find(({ id }) => kid === methodOf(origin, id));
	return alg === 'EdDSA' && key !== undefined && isSignedBy(key.publicKey, input, signature);
}

/** Whether it says of whom and of what the register's own record is: a key that was stolen must not make others. */
function saysTheSame({ credentialSubject: said, validFrom }: Brought, origin: string, record: StoredRecord): boolean {
	const { credentialSubject: own, validFrom: since } = credentialOf(origin, { ...record, statusIndex: 0 });
	return (
		validFrom === since &&
		said?.achievement?.id === own.achievement.id &&
		said.identifier?.[0]?.identityHash === own.identifier[0]?.identityHash
	);
}
