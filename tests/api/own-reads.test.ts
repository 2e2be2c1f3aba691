import { expect, it } from 'vitest';
import { aListeningSite, ask, type Site } from '../support/a-listening-site.ts';
import { aPhone } from '../support/index.ts';
import { lan } from '../support/people.ts';

/** Somebody signed in with an answer given, on a site that has answered such a read once before. */
async function somebodyThere(): Promise<Site> {
	const site = await aListeningSite();
	expect((await site.phone.call('POST', '/accounts', lan)).status).toBe(201);
	await site.phone.call('POST', '/courses/thu/lessons/giu-ma/answers', { questionId: 'giu-ma-1', optionId: 'a' });
	await ask(site);
	return site;
}

it('answers the same before Fastify as through it, to the letter and the header', async () => {
	const site = await somebodyThere();
	const before = site.through();
	const quick = await ask(site);
	expect(site.through()).toBe(before);
	const whole = await ask(site, '/me/progress?x=1');
	expect(site.through()).toBe(before + 1);
	expect(quick).toEqual(whole);
	expect(quick).toMatchObject({
		status: 200,
		body: { learner: { known: true } },
		headers: { 'cache-control': 'no-store' }
	});
	const english = { 'accept-language': 'en' };
	expect(await ask(site, '/me/progress', english)).toEqual(await ask(site, '/me/progress?x=1', english));
});

it('leaves visitors, bearers and bodies to Fastify', async () => {
	const site = await somebodyThere();
	const [before, token = ''] = [site.through(), site.phone.cookies.get('phien')];
	expect((await ask(site, '/me/progress', { authorization: `Bearer ${token}` })).body.learner.known).toBe(true);
	expect((await ask({ ...site, phone: aPhone(site.app) })).body.learner.known).toBe(false);
	site.phone.cookies.set('phien', `${token}x`);
	site.phone.cookies.delete('phien_moi');
	expect((await ask(site)).body.learner.known).toBe(false);
	expect(site.through()).toBe(before + 3);
});

it('knows nobody any more whose session has ended, from the very next request on', async () => {
	const site = await somebodyThere();
	const cookies = new Map(site.phone.cookies);
	expect((await site.phone.call('DELETE', '/sessions')).status).toBe(204);
	for (const [name, value] of cookies) site.phone.cookies.set(name, value);
	expect((await ask(site)).body.learner.known).toBe(false);
});

it('tells a failure as every failure is told', async () => {
	const site = await somebodyThere();
	const before = site.through();
	Object.assign(site.house.afterLessons, { quizzes: () => Promise.reject(new Error('the disk is gone')) });
	const { status, body, headers } = await ask(site);
	expect([status, headers['content-type']]).toEqual([500, 'application/problem+json; charset=utf-8']);
	expect(JSON.stringify(body)).not.toContain('disk');
	expect(site.through()).toBe(before + 1);
});
