import type { Words } from '$lib/words.ts';
import type { RecordView } from '../../certify/index.ts';

interface Told {
	score: number;
	total: number;
	/** Not known before a record by a rule is issued. */
	courseVersion: number | null;
	code?: string;
	kind?: RecordView['kind'];
	how?: RecordView['how'];
	/** The name is that of a checked identity. */
	nameChecked?: boolean;
	/** Made for practice. */
	simulated?: boolean;
}

/** What stands in small print on a record: result, day, version of the course, code. */
export function certificateFacts(t: Words['t'], record: Told, day: string): [string, string][] {
	return [
		[t('quiz.fact-day'), day],
		[t('quiz.fact-score'), t('quiz.fact-score-value', { score: record.score, total: record.total })],
		...(record.how
			? [[t('records.how'), record.how.map((way) => t(`records.how-${way}`)).join(' · ')] as [string, string]]
			: []),
		...(record.nameChecked ? [[t('quiz.fact-name'), t('quiz.fact-name-checked')] as [string, string]] : []),
		...(record.simulated ? [[t('quiz.fact-simulated'), t('quiz.fact-simulated-value')] as [string, string]] : []),
		...(record.courseVersion === null ? [] : [versionOf(t, record)]),
		[t('quiz.fact-code'), record.code ?? t('quiz.fact-code-later')]
	];
}

function versionOf(t: Words['t'], { kind = 'course', courseVersion }: Told): [string, string] {
	return [t(kind === 'course' ? 'quiz.fact-version' : 'records.rule-version'), String(courseVersion)];
}
