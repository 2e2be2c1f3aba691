import type { Config } from '../platform/config.ts';
import { packed } from '../record-text/packed.ts';
import { howReached, type Statement } from './canonical-text.ts';
import type { StoredRecord } from './queries.ts';
import type { RecordView } from './schemas.ts';

/** Where anyone can check a record by its code. */
export function verifyUrl({ origin }: Pick<Config, 'origin'>, code: string): string {
	return `${origin}/xac-minh/${code}`;
}

/** As much as a code of version 26 at level L holds: what is printed at 55 mm is still read by a cheap phone. */
const longestInCode = 1367;

/**
 * What the QR code of a record leads to: the same page, with the signed text and its signature behind the `#`, which
 * browsers keep to themselves; the page checks them without signal. A text that is too long for a code stays out.
 */
export function codeUrl(
	config: Pick<Config, 'origin'>,
	{ code, canonicalText: text, signature }: Pick<StoredRecord, 'code' | 'canonicalText' | 'signature'>
): string {
	const plain = verifyUrl(config, code);
	const whole = `${plain}#${packed({ text, signature })}`;
	return whole.length <= longestInCode ? whole : plain;
}

export function recordView(config: Pick<Config, 'origin'>, record: StoredRecord): RecordView {
	const { code, kind, name, courseId, courseTitle, courseVersion, score, total, passPercent, keyId, simulated } =
		record;
	return {
		code,
		kind,
		name,
		courseId,
		courseTitle,
		courseVersion,
		skills: record.skills.map(({ code, name }) => ({ code, name })),
		score,
		total,
		passPercent,
		completedAt: record.completedAt.toISOString(),
		issuedAt: record.issuedAt.toISOString(),
		...standingOf(record),
		...(record.replaces !== null && { replaces: record.replaces }),
		keyId,
		verifyUrl: verifyUrl(config, code),
		codeUrl: codeUrl(config, record),
		how: waysOf(record),
		nameChecked: record.nameChecked === true,
		simulated
	};
}

/** Whether a record counts, and where it does not since when and why, or which one took its place: with a reason where it was not for its name. */
export function standingOf({ withdrawnAt, withdrawnReason, replacedBy }: StoredRecord) {
	if (withdrawnAt === null) return { status: 'valid' as const };
	const since = withdrawnAt.toISOString();
	if (replacedBy !== null) {
		const reason = withdrawnReason === null ? {} : { reason: withdrawnReason };
		return { status: 'replaced' as const, withdrawnAt: since, replacedBy, ...reason };
	}
	return { status: 'withdrawn' as const, withdrawnAt: since, reason: withdrawnReason ?? '' };
}

/** How a record was reached, in the words of the messages; alone where nobody helped or watched. */
export function waysOf(record: Pick<Statement, 'helped' | 'assurance'>): RecordView['how'] {
	const { helped, supervised, identityChecked } = howReached(record);
	if (!helped && !supervised) return ['alone'];
	const watched = identityChecked ? ('identity-checked' as const) : ('supervised' as const);
	return [...(helped ? (['helped'] as const) : []), ...(supervised ? [watched] : [])];
}
