import type { SittingView } from '../../../assess/index.ts';

type Say = (key: string, values?: Record<string, string | number>) => string;

/** What came of somebody's attempt, in a few words: the level or that it does not count, never what was answered. */
export function resultIn(t: Say, { state, level, voidReason }: SittingView['people'][number], levels: boolean): string {
	if (state === 'void') return t('sittings.void-why', { reason: voidReason ?? '' });
	if (state !== 'finished') return t('sittings.sheet-not-yet');
	if (!levels) return t('sittings.done');
	return level === null ? t('sittings.no-level') : t('sittings.level', { level });
}
