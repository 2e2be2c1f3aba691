import { Type, type Static } from 'typebox';
import { ensureDeviceLearner } from '../../identity/index.ts';
import type { TypedApi } from '../../platform/http/api.ts';
import type { AssessHouse } from '../assess-house.ts';
import { AttemptView } from '../schemas.ts';
import { getAskable, startTest } from './start-test.ts';
import { TestStandings, findTestStandings } from './test-standings.ts';

const tags = ['assess'];
const Id = Type.String({ minLength: 1, maxLength: 100 });

const Wishes = Type.Object(
	{ moreTime: Type.Optional(Type.Boolean({ description: 'Half as much time again, for who needs it.' })) },
	{ additionalProperties: false }
);
const Begin = Type.Union([Wishes, Type.Null()]);

/** Tests of groups: beginning one, and how one stands in each. Answering and handing in are as with any attempt. */
export function testRoutes(api: TypedApi, house: AssessHouse): void {
	api.post(
		'/tests/:id/attempts',
		{
			config: { access: 'public' },
			schema: {
				tags,
				summary: 'Begin a test (201), or go on with the open one (200)',
				params: Type.Object({ id: Id }),
				body: Begin,
				response: { 200: AttemptView, 201: AttemptView }
			}
		},
		async (request, reply) => {
			const test = getAskable(house, request.params.id);
			const learnerId = await ensureDeviceLearner(house, request, reply);
			const { moreTime = false } = (request.body ?? {}) as Static<typeof Wishes>; // the schema lets nothing else in
			const actor = { ...request.actor, learnerId };
			const { attempt, resumed } = await startTest(house, actor, { test, moreTime });
			return reply.code(resumed ? 200 : 201).send(attempt);
		}
	);
	api.get(
		'/me/tests',
		{
			config: { access: 'public' },
			schema: { tags, summary: 'How one stands in each test that one began', response: { 200: TestStandings } }
		},
		async ({ actor }) => ({ tests: await findTestStandings(house, actor) })
	);
}
