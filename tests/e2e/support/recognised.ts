import type { BrowserContext } from '@playwright/test';
import { writeDown } from './helped.ts';
import { callApi, holdClass } from './people.ts';

/** A session on now with a name that was written in, and somebody of that name whom a helper wrote down. */
export async function writtenName(context: BrowserContext): Promise<{ id: string; line: string; helpedId: string }> {
	const { learner } = await writeDown(context, { name: 'Lường Thị Ba' });
	const { id } = await holdClass(context);
	const came = { way: 'tick', people: [{ name: 'Bà Ba', mark: 'alone' }] };
	const { people } = await callApi<{ people: { id: string }[] }>(context, `/classes/${id}/attendance`, came);
	return { id, line: people[0]?.id ?? '', helpedId: learner.id };
}

/** The same, after it was said that she is the one. */
export async function recognisedName(context: BrowserContext): Promise<{ id: string }> {
	const { id, line, helpedId } = await writtenName(context);
	const site = process.env.SITE ?? '';
	const whose = `${site}/api/classes/${id}/attendance/${line}/whose`;
	const answer = await context.request.put(whose, { headers: { origin: site }, data: { helpedId } });
	if (!answer.ok()) throw new Error(await answer.text());
	return { id };
}
