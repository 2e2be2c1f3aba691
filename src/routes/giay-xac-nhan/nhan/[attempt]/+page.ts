import { error, redirect } from '@sveltejs/kit';
import { read } from '$lib/api.ts';
import { readAs } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import { inLanguage, languageOf } from '$lib/language.ts';
import { say } from '../../../../platform/messages/index.ts';
import type { AttemptResult } from '../../../../assess/index.ts';
import type { CourseView } from '../../../../catalog/index.ts';
import type { RecordList } from '../../../../certify/index.ts';
import type { Me, OwnIdentity } from '../../../../identity/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, url }) => {
	const lang = languageOf(url.pathname);
	const result = await readAs<AttemptResult>({ fetch, url }, `/attempts/${encodeURIComponent(params.attempt)}/result`);
	const rule = askedIn(url, 'theo');
	if (rule === '' && !result.passed) redirect(303, inLanguage(lang, `/lam-bai/${result.id}/ket-qua`));
	const { records, offers } = await read<RecordList>(fetch, '/records');
	const paper = rule === '' ? await ofCourse(fetch, result) : byRule(offers, rule);
	if (!paper) error(404, { message: say(lang, 'certify.rule-not-met') });
	const { checked, known } = await whoIsHere(fetch);
	return {
		result,
		paper,
		checked,
		/** As she wrote it last time, where she did. */
		name: checked?.name ?? records[0]?.name ?? known,
		change: !checked && url.searchParams.has('sua')
	};
};

/** The name as it is known, and the checked identity, whose name is the only right one. */
async function whoIsHere(fetch: typeof globalThis.fetch) {
	const { account } = await read<Me>(fetch, '/session');
	const identity = account ? (await read<OwnIdentity>(fetch, '/me/identity')).identity : null;
	return { known: account?.name ?? '', checked: identity && identity.level >= 2 ? identity : null };
}

/** What will stand on the paper, as far as it is known before it is issued. */
function byRule(offers: RecordList['offers'], rule: string) {
	const earned = offers.find(({ kind, courseId }) => kind !== 'course' && courseId === rule);
	return earned && { kind: earned.kind, title: earned.courseTitle, skills: [], version: null, rule };
}

async function ofCourse(fetch: typeof globalThis.fetch, { courseId }: AttemptResult) {
	const { title, skills, version } = await read<CourseView>(fetch, `/courses/${courseId}`);
	return { kind: 'course' as const, title, skills, version, rule: null };
}
