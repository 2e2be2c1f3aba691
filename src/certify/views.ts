import type { Config } from '../platform/config.ts';
import type { StoredRecord } from './queries.ts';
import type { RecordView } from './schemas.ts';

/** Where anyone can check a record; what its QR code leads to. */
export function verifyUrl({ origin }: Pick<Config, 'origin'>, code: string): string {
	return `${origin}/xac-minh/${code}`;
}

export function recordView(config: Pick<Config, 'origin'>, record: StoredRecord): RecordView {
	const { code, name, courseId, courseTitle, courseVersion, score, total, passPercent, keyId, simulated } = record;
	return {
		code,
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
		status: record.withdrawnAt ? 'withdrawn' : 'valid',
		...(record.withdrawnAt && {
			withdrawnAt: record.withdrawnAt.toISOString(),
			reason: record.withdrawnReason ?? ''
		}),
		keyId,
		verifyUrl: verifyUrl(config, code),
		helped: record.helped === true,
		nameChecked: record.nameChecked === true,
		simulated
	};
}
