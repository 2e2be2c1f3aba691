import type { Words } from '$lib/words.ts';
import type { OwnDuty } from '../../assign/index.ts';

/** In whose name something is asked and, where that is known, as what somebody asks it; and by which document. */
export function askedLine(t: Words['t'], { by, asker, document }: Pick<OwnDuty, 'by' | 'asker' | 'document'>): string {
	const who = asker && t('audit.role-at', { role: t(`audit.role-${asker.role}`), place: asker.place });
	return [
		asker?.place === by ? '' : `${t('duties.by')}: ${by}`,
		who && `${t('duties.asked-by')}: ${who}`,
		document && `${t('duties.document')}: ${document}`
	]
		.filter(Boolean)
		.join(' · ');
}
