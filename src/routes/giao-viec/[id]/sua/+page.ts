import { readAs } from '$lib/entry.ts';
import type { AssignmentView } from '../../../../assign/index.ts';
import { readGiver } from '../../access.ts';
import { readGivingChoices } from '../../choices.ts';
import { pickingOf } from '../../people.ts';
import { noPlacing } from '../../places.ts';
import { typedFrom } from '../../typed.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
	await readGiver({ fetch, url });
	const view = await readAs<AssignmentView>({ fetch, url }, `/assignments/${encodeURIComponent(params.id)}`);
	const typed = typedFrom(view);
	const picking = await pickingOf(fetch, typed.people);
	const wide = view.targets.filter(({ kind }) => kind !== 'person').map(({ place }) => place);
	const choices = await readGivingChoices({ fetch, url }, [view.place, ...wide]);
	return { choices, typed, picking, placing: noPlacing, version: view.version, id: view.id };
};
