import { mayActIn, type Actor } from '../../platform/actor.ts';
import { doerOf, recordAct } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import { notAllowed } from '../../platform/http/access.ts';
import { say } from '../../platform/messages/index.ts';
import { givers, type AssignHouse } from '../assign-house.ts';
import { countLearners, inScope, type Scope } from '../board/queries.ts';
import { countUnregistered } from '../board/staff-rows.ts';
import { scopeOf } from '../board/scope.ts';
import { remind } from './make-reminders.ts';
import { listCandidates, type Candidate } from './queries.ts';
import type { ReminderCount, ReminderTarget, ReminderText } from './schemas.ts';

const batch = 200;

async function scopeToRemind(house: AssignHouse, actor: Actor, filter: ReminderTarget): Promise<Scope> {
	const today = dayInVietNam(house.clock.now());
	// Whoever only reads in more places than she manages reminds in those that she manages.
	const scope = await scopeOf(house.store.read, actor, { filter, today, roles: givers });
	if (scope.paths.length === 0 || !scope.paths.every((path) => mayActIn(actor, givers, path))) throw notAllowed();
	return scope;
}

/** Reminds everybody who has something open, once a day and never more than the rule allows; says who was left out and why. */
export async function remindOpen(house: AssignHouse, actor: Actor, target: ReminderTarget): Promise<ReminderCount> {
	const scope = await scopeToRemind(house, actor, target);
	const key = `asked ${dayInVietNam(house.clock.now())}`;
	let reminded = 0;
	let people = 0;
	for await (const page of openIn(house, scope)) {
		people += page.length;
		reminded += await remind(house, { kind: 'asked', key }, page);
	}
	const unregistered = await countUnregistered(house.store.read, scope);
	await house.store.transact(async (tx) => {
		for (const { placeId, placePath } of scope.places)
			await recordAct(tx, house, {
				doer: doerOf(actor, givers, placePath),
				action: 'assign.people-reminded',
				subject: { kind: 'place', id: placeId },
				placePath,
				details: { results: reminded }
			});
	});
	return { reminded, enough: people - reminded, unregistered, perWeek: house.catalog.reminderRules().perWeek };
}

async function* openIn({ store }: AssignHouse, scope: Scope): AsyncGenerator<Candidate[]> {
	let after = '';
	for (;;) {
		const page = await listCandidates(store.read, { condition: inScope(scope), after, limit: batch });
		if (page.length > 0) yield page;
		if (page.length < batch) return;
		after = page.at(-1)?.learnerId ?? after;
	}
}

/** A text that somebody in charge sends to all herself: how many, never who. */
export async function writeReminder(house: AssignHouse, actor: Actor, filter: ReminderTarget): Promise<ReminderText> {
	const scope = await scopeToRemind(house, actor, filter);
	const { lang } = actor;
	const counts = {
		late: await countLearners(house.store.read, { ...scope, state: 'late' as const }),
		open: await countLearners(house.store.read, { ...scope, state: 'open' as const })
	};
	const address = `${house.config.origin}/viec-duoc-giao`;
	return { ...counts, text: say(lang, 'reminding.zalo', { ...counts, address }) };
}
