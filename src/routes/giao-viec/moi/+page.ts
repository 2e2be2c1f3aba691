import { dayInVietNam } from '../../../platform/clock.ts';
import { readGiver } from '../access.ts';
import { readGivingChoices } from '../choices.ts';
import { noPicking } from '../people.ts';
import { emptyTyped } from '../typed.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
	await readGiver({ fetch, url });
	return { choices: await readGivingChoices(fetch), typed: emptyTyped(dayInVietNam(new Date())), picking: noPicking };
};
