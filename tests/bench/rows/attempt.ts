import { attribute, fieldsIn, fillIn, type FieldToFill } from '../../support/fill-in.ts';
import { Browser, type Reply } from '../browser.ts';
import { inTurn, type Person } from '../people.ts';
import { cpuMs, familyCpuMs } from '../process-figures.ts';
import type { Bench, Figure, Row } from '../row.ts';

/** Attempts in one round, each of another person; a whole run gives every person a few. */
const attempts = 160;
/** Processor time is counted in hundredths of a second: several attempts at once change nothing about it. */
const atOnce = 4;

const cpu: Figure = { name: 'cpu', unit: 'ms', better: 'less', digits: 2, limit: { sqlite: 4, postgres: 10 } };

/** A whole quiz as a browser without JavaScript goes through it: page, form, page, form… */
export const attemptByFormsRow: Row = attemptRow({
	id: 'attempt-forms',
	title: 'attempt (forms, without JavaScript)',
	take: takeByForms
});

/** A whole quiz with the site's script: the questions come with the first page, the answers go to the API (lib/enhance/quiz.ts). */
export const attemptWithScriptRow: Row = attemptRow({
	id: 'attempt-script',
	title: 'attempt (with the site’s script)',
	take: takeByScript
});

type Take = (browser: Browser, bench: Bench) => Promise<void>;

function attemptRow({ id, title, take }: { id: string; title: string; take: Take }): Row {
	const takeAll = (people: readonly Person[], bench: Bench) =>
		inTurn(people.length, atOnce, async (i) => {
			const person = people[i];
			if (person) await take(person.browser, bench);
		});
	return {
		id,
		title,
		figures: [cpu],
		times: 'every-round',
		async prepare(bench) {
			const people = (await bench.people.signedIn(attempts)).slice(0, attempts / 2);
			await inTurn(people.length, atOnce, async (i) => handIn(people[i]?.browser));
			await takeAll(people, bench);
		},
		async measure(bench) {
			const people = await bench.people.signedIn(attempts);
			// Another row leaves attempts open that it answered: everybody begins anew.
			await inTurn(people.length, atOnce, async (i) => handIn(people[i]?.browser));
			const asked = people.reduce((sum, { browser }) => sum - browser.asked.length, 0);
			const postgresBefore = bench.postgres ? familyCpuMs(bench.postgres.pid) : 0;
			const before = cpuMs(bench.server.pid);
			await takeAll(people, bench);
			const spent = cpuMs(bench.server.pid) - before;
			const requests = people.reduce((sum, { browser }) => sum + browser.asked.length, asked);
			return {
				figures: { cpu: spent / attempts },
				beside: {
					requests: requests / attempts,
					...(bench.postgres && { 'PostgreSQL cpu ms': (familyCpuMs(bench.postgres.pid) - postgresBefore) / attempts })
				}
			};
		}
	};
}

/** Hands in whatever attempts are open. */
async function handIn(browser: Browser | undefined): Promise<void> {
	const progress = await browser?.call<{ courses: { quiz: { openAttemptId?: string } }[] }>('/me/progress');
	for (const { quiz } of progress?.courses ?? [])
		if (quiz.openAttemptId !== undefined) await browser?.call(`/attempts/${quiz.openAttemptId}/finish`, {});
}

/** The quiz's page, its button, ten questions answered one after the other, handing in, the result. */
async function takeByForms(browser: Browser, { course }: Bench): Promise<void> {
	const intro = await browser.open(`/khoa-hoc/${course.id}/kiem-tra`);
	let page = await browser.submit(intro, formOf(intro).action, {});
	let answered = 0;
	for (; formOf(page).fields['question'] !== undefined; answered++) {
		if (answered === 10) throw new Error('an eleventh question');
		const { action, fields, toFill } = formOf(page);
		const filled = Object.entries(fillIn(toFill, answered)).map(([name, [value = '']]) => [name, value] as const);
		page = await browser.submit(page, action, { ...fields, ...Object.fromEntries(filled) });
	}
	if (answered !== 10) throw new Error(`${answered} questions on the way`);
	const result = await browser.submit(page, formOf(page).action, {});
	if (!result.path.endsWith('/ket-qua')) throw new Error(`the attempt ends at ${result.path}`);
}

/** The quiz's page, its button, ten answers from one page, the look over them, handing in, the result. */
async function takeByScript(browser: Browser, { course }: Bench): Promise<void> {
	const intro = await browser.open(`/khoa-hoc/${course.id}/kiem-tra`);
	const page = await browser.submit(intro, formOf(intro).action, {});
	const id = /data-attempt="([^"]+)"/.exec(page.text)?.[1] ?? '';
	const questions = [...page.text.matchAll(/<form\b[^>]*data-position[\s\S]*?<\/form>/g)].map(([form]) =>
		formIn(form, page.path)
	);
	if (questions.length !== 10) throw new Error(`${questions.length} questions on the page`);
	for (const [answered, { fields, toFill }] of questions.entries()) {
		const response = fillIn(toFill, answered);
		await browser.call(`/attempts/${id}/answers/${fields['question'] ?? ''}`, { response }, 'PUT');
	}
	const check = await browser.open(`${page.path.split('?')[0] ?? ''}?cau=xem-lai`);
	const result = await browser.submit(check, formOf(check).action, {});
	if (!result.path.endsWith('/ket-qua')) throw new Error(`the attempt ends at ${result.path}`);
}

/** The page's form: where it goes, its hidden fields and what is to be filled in. */
function formOf({ text, path }: Reply): Form {
	return formIn(text.slice(Math.max(text.indexOf('<main'), 0)), path);
}

interface Form {
	action: string;
	fields: Record<string, string>;
	/** What the question asks to fill in. */
	toFill: FieldToFill[];
}

/** The first form of a piece of HTML. */
function formIn(html: string, path: string): Form {
	const [, attributes = '', inside = ''] = /<form\b([^>]*)>([\s\S]*?)<\/form>/.exec(html) ?? [];
	const inputs = [...inside.matchAll(/<input\b[^>]*>/g)].map(([tag]) => ({
		type: attribute(tag, 'type'),
		name: attribute(tag, 'name') ?? '',
		value: attribute(tag, 'value') ?? ''
	}));
	return {
		action: attribute(attributes, 'action') ?? path,
		fields: Object.fromEntries(inputs.filter(({ type }) => type === 'hidden').map(({ name, value }) => [name, value])),
		toFill: fieldsIn(inside)
	};
}
