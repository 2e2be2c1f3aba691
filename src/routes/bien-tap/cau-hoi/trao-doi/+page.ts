import { ask } from '$lib/api.ts';
import { readAs, turnAway } from '$lib/entry.ts';
import { askedIn } from '$lib/forms.ts';
import type { ExportView, ImportView } from '../../../../exchange/index.ts';
import type { PageLoad } from './$types';

/** What the address carries, and what the API calls it. */
const outNames = { dang: 'format', khoa: 'course', viec: 'purpose', loi: 'words' };
const inNames = {
	...{ 'vao-khoa': 'course', 'vao-viec': 'purpose', 'ky-nang': 'skill', muc: 'level' },
	...{ bai: 'lesson', 'giai-thich': 'explanation', lay: 'partial' }
};
type Visit = Parameters<typeof readAs>[0];

export const load: PageLoad = async ({ fetch, url }) => {
	const { courses, ...out } = await readOut({ fetch, url });
	const into = await readIn({ fetch, url });
	return { courses: courses.map(({ id, title }) => ({ value: id, label: title })), out, ...into };
};

/** Asked for nothing yet, the page still has to know whether this person may be here. */
async function readOut(visit: Visit) {
	const { asked, shown } = chosen(visit.url, outNames);
	const query = new URLSearchParams({ format: 'gift', ...asked });
	const view = await readAs<ExportView>(visit, `/question-exchange?${query}`);
	return {
		courses: view.courses,
		shown,
		view: asked.format ? view : null,
		file: `/api/question-exchange/file?${query}`
	};
}

async function readIn(visit: Visit) {
	const upload = askedIn(visit.url, 'tep');
	const { asked, shown: incoming } = chosen(visit.url, inNames);
	const path = `/question-imports/${encodeURIComponent(upload)}`;
	const query = new URLSearchParams(asked);
	const answer = upload && asked.course ? await ask<ImportView>(visit.fetch, `GET ${path}?${query}`) : null;
	const refused = visit.url.searchParams.get('sai') ?? '';
	return {
		...{ upload, incoming, zip: `/api${path}/markdown?${query}` },
		imported: answer?.ok ? answer.data : null,
		problem: answer && !answer.ok ? problemOf(visit.url, answer) : null,
		/** Why a file that was sent could not be taken: a key of the catalogue. */
		refused: /^exchange\.[a-z-]{1,40}$/.test(refused) ? refused : null
	};
}

/** What is wrong with the file or with what was typed is said on the page; who may not be here is turned away. */
function problemOf(url: URL, answer: Parameters<typeof turnAway>[1]): string {
	return [400, 404].includes(answer.status) ? answer.problem.message : turnAway(url, answer);
}

function chosen(url: URL, names: Record<string, string>) {
	const given = Object.entries(names).flatMap(([name, field]) => {
		const typed = name === 'giai-thich' ? (url.searchParams.get(name) ?? '').trim().slice(0, 300) : askedIn(url, name);
		return typed ? [{ name, field, typed }] : [];
	});
	const asked: Partial<Record<string, string>> & Record<string, string> = Object.fromEntries(
		given.map(({ field, typed }) => [field, typed])
	);
	const shown: Partial<Record<string, string>> = Object.fromEntries(given.map(({ name, typed }) => [name, typed]));
	return { asked, shown };
}
