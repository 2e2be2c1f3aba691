import { findPlace, noSuchPlace } from '../places/index.ts';
import { mayActIn, type Actor, type Role } from '../platform/actor.ts';
import { doerOf, recordAct } from '../platform/audit.ts';
import { dayInVietNam, startOfDayInVietNam } from '../platform/clock.ts';
import type { House } from '../platform/house.ts';
import { noSuchRule, notYourPlace, wrongFields } from './refusals.ts';
import { dropRule, keepRule } from './rule-queries.ts';
import type { NewRule, RuleParams } from './schemas.ts';

/** Roles that say how often classes are to be held. */
export const ruleSetters = ['officer', 'administrator'] as const satisfies readonly Role[];

/** Longer ago nobody lists week by week. */
const longestAgoYears = 2;

/** Says how often classes are to be held in a place, or in each of its villages; the newest word counts. */
export async function setRule(house: House, actor: Actor, typed: NewRule): Promise<void> {
	const now = house.clock.now();
	refuseFaults(typed, dayInVietNam(now));
	await house.store.transact(async (tx) => {
		const place = await findPlace(tx, typed.placeId);
		if (!place) throw noSuchPlace({ fields: [{ field: 'placeId', code: 'places.no-such-place' }] });
		if (actor.accountId === null || !mayActIn(actor, ruleSetters, place.path)) throw notYourPlace();
		const { covers, rhythm, since, minimum = null, minimumBy } = typed;
		await keepRule(tx, {
			placeId: place.id,
			placePath: place.path,
			covers,
			rhythm,
			since,
			minimum,
			minimumBy: minimum === null ? null : (minimumBy ?? null),
			setBy: actor.accountId,
			setAt: now
		});
		await recordAct(tx, house, {
			doer: doerOf(actor, ruleSetters, place.path),
			action: 'community.rule-set',
			subject: { kind: 'place', id: place.id },
			placePath: place.path,
			details: { covers, rhythm, minimum }
		});
	});
}

/** Takes a rule away: from then on nothing is lacking by it. */
export async function removeRule(house: House, actor: Actor, { placeId, covers }: RuleParams): Promise<void> {
	await house.store.transact(async (tx) => {
		const place = await findPlace(tx, placeId);
		if (!place) throw noSuchPlace();
		if (!mayActIn(actor, ruleSetters, place.path)) throw notYourPlace();
		if (!(await dropRule(tx, { placeId, covers }))) throw noSuchRule();
		await recordAct(tx, house, {
			doer: doerOf(actor, ruleSetters, place.path),
			action: 'community.rule-removed',
			subject: { kind: 'place', id: place.id },
			placePath: place.path,
			details: { covers }
		});
	});
}

function refuseFaults({ since, minimum, minimumBy }: NewRule, today: string): void {
	const codes = {
		since: sinceFault(since, today),
		minimum: minimum === undefined || isCount(minimum) ? null : 'community.minimum-wrong',
		minimumBy: minimumBy === undefined || isDayAfter(minimumBy, since) ? null : 'community.minimum-by-wrong'
	};
	const fields = Object.entries(codes).flatMap(([field, code]) => (code === null ? [] : [{ field, code }]));
	if (fields.length > 0) throw wrongFields({ fields });
}

function sinceFault(since: string, today: string): string | null {
	const oldest = `${Number(today.slice(0, 4)) - longestAgoYears}${today.slice(4)}`;
	if (since === '') return 'platform.field-required';
	if (!startOfDayInVietNam(since)) return 'community.day-wrong';
	return since < oldest ? 'community.since-far' : null;
}

function isCount(minimum: number): boolean {
	return Number.isInteger(minimum) && minimum >= 1 && minimum <= 500;
}

function isDayAfter(day: string, since: string): boolean {
	return startOfDayInVietNam(day) !== null && day >= since;
}
