import { ask } from '$lib/api.ts';
import { readAs, turnAway } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import { languageOf } from '$lib/language.ts';
import { say } from '../../../../platform/messages/index.ts';
import type { FigureList, ResultPreview } from '../../../../certify/index.ts';
import type { PageLoad } from './$types';

/** A file that was sent is named in the address; what can't be read of it, or was not sent, is told beside the field. */
export const load: PageLoad = async ({ fetch, url }) => {
	const upload = askedIn(url, 'tep');
	const refused = /^elsewhere\.(no-file|file-too-large)$/.exec(askedIn(url, 'sai'))?.[0];
	if (!/^[0-9a-f]{64}$/.test(upload)) {
		await readAs<FigureList>({ fetch, url }, '/elsewhere/figures'); // for officers alone; no look at people
		return { upload: null, rows: null, fault: refused ? say(languageOf(url.pathname), refused) : null };
	}
	const answer = await ask<ResultPreview>(fetch, `GET /elsewhere/result-previews/${upload}`);
	if (answer.ok) return { upload, rows: answer.data.rows, fault: null };
	if (answer.status === 401 || answer.status === 403) return turnAway(url, answer);
	return { upload: null, rows: null, fault: answer.problem.message };
};
