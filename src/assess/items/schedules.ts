import type { Schedule } from '../../platform/schedules.ts';
import type { AssessHouse } from '../assess-house.ts';
import { checkSittings } from './check-sittings.ts';
import { countAttempts } from './count-attempts.ts';
import { renewFigures } from './keep-figures.ts';
import type { Sittings } from './sittings.ts';

const minuteMs = 60_000;

/** Every few minutes finished attempts are added to the figures of their questions. */
export function itemFigures(house: AssessHouse): Schedule {
	return {
		name: 'assess.item-figures',
		everyMs: 5 * minuteMs,
		async run() {
			await countAttempts(house);
			await renewFigures(house);
		}
	};
}

/** Each day the sittings of the last days are looked through for sheets that are alike beyond chance. */
export function alikeSheets(house: AssessHouse, sittings: Sittings): Schedule {
	return { name: 'assess.alike-sheets', everyMs: 24 * 60 * minuteMs, run: () => checkSittings(house, sittings) };
}
