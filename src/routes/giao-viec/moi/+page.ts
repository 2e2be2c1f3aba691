import { dayInVietNam } from '../../../platform/clock.ts';
import { readGiver } from '../access.ts';
import { readGivingChoices } from '../choices.ts';
import { noPicking } from '../people.ts';
import { noPlacing } from '../places.ts';
import { emptyTyped } from '../typed.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (visit) => {
	await readGiver(visit);
	return {
		choices: await readGivingChoices(visit),
		typed: emptyTyped(dayInVietNam(new Date())),
		picking: noPicking,
		placing: noPlacing
	};
};
