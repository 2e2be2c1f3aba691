import { listAccountNames } from '../../identity/index.ts';
import { listPlacesByIds } from '../../places/index.ts';
import { outermostGrants, type Actor } from '../../platform/actor.ts';
import { doerOf, recordAct } from '../../platform/audit.ts';
import { byteOrderMark, csvLine } from '../../platform/csv.ts';
import { say } from '../../platform/messages/index.ts';
import type { Reader, Writer } from '../../platform/persistence/store.ts';
import type { CommunityHouse } from '../community-house.ts';
import { listReachableHelped } from '../helped/queries.ts';
import { nameOf } from '../rule-names.ts';
import { teamManagers } from '../teams/who-may.ts';
import { taught } from '../views.ts';
import { mayStillCorrect } from './log-help.ts';
import { spanOfMonth } from './months.ts';
import { findReadable, listEntries, listForExport, type EntryRow, type Span } from './queries.ts';
import { noSuchEntry } from './refusals.ts';
import type { EntryList, EntryQuery, EntryView } from './schemas.ts';

const pageSize = 50;
const exportPage = 500;

/** One's own entries and, for officers, those of their places, the latest first; that officers looked is written down. */
export async function readEntries(house: CommunityHouse, actor: Actor, asked: EntryQuery): Promise<EntryList> {
	return house.store.transact(async (tx) => {
		const after = asked.after === undefined ? undefined : await findReadable(tx, actor, asked.after);
		if (asked.after !== undefined && !after) throw noSuchEntry();
		const found = await listEntries(tx, actor, { kind: asked.kind, after, limit: pageSize + 1 });
		const page = found.slice(0, pageSize);
		await recordLook(house, tx, {
			actor,
			action: 'community.help-listed',
			detailsAt: (path) => ({ results: page.filter(({ placePath }) => placePath.startsWith(path)).length })
		});
		return {
			entries: await viewsOf(house, tx, { actor, rows: page }),
			next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null
		};
	});
}

/** One entry, for its writer and for the officers of its place. */
export async function readEntry(house: CommunityHouse, actor: Actor, id: string): Promise<EntryView> {
	const row = await findReadable(house.store.read, actor, id);
	const [view] = row ? await viewsOf(house, house.store.read, { actor, rows: [row] }) : [];
	if (!view) throw noSuchEntry();
	return view;
}

/** All entries of a month within an officer's places as CSV, in pieces; that it was taken is written down first. */
export async function exportEntries(
	house: CommunityHouse,
	actor: Actor,
	{ month }: { month: string }
): Promise<AsyncGenerator<string>> {
	const span = spanOfMonth(month);
	await house.store.transact((tx) =>
		recordLook(house, tx, { actor, action: 'community.help-exported', detailsAt: () => ({ month }) })
	);
	return csvOf(house, actor, span);
}

interface Look {
	actor: Actor;
	action: 'community.help-listed' | 'community.help-exported';
	detailsAt(path: string): Record<string, string | number>;
}

/** One act for each place that somebody reaches as an officer; a helper who looks at her own entries looks at nobody. */
async function recordLook(house: CommunityHouse, tx: Writer, { actor, action, detailsAt }: Look): Promise<void> {
	for (const { placeId, placePath } of outermostGrants(actor, teamManagers))
		await recordAct(tx, house, {
			doer: doerOf(actor, teamManagers, placePath),
			action,
			subject: { kind: 'place', id: placeId },
			placePath,
			details: detailsAt(placePath)
		});
}

const columns = ['day', 'time', 'minutes', 'kind', 'place', 'writer', 'whom', 'procedure', 'alone', 'lesson'] as const;
const more = ['did', 'next', 'struck'] as const;

async function* csvOf(house: CommunityHouse, actor: Actor, span: Span): AsyncGenerator<string> {
	yield byteOrderMark + csvLine([...columns, ...more].map((name) => say(actor.lang, `visits.column-${name}`)));
	let after: EntryRow | undefined;
	for (;;) {
		const rows = await listForExport(house.store.read, actor, { ...span, after, limit: exportPage });
		const views = await viewsOf(house, house.store.read, { actor, rows });
		if (views.length > 0) yield views.map((view) => csvLine(cellsOf(view, actor))).join('');
		if (rows.length < exportPage) return;
		after = rows.at(-1);
	}
}

function cellsOf(view: EntryView, { lang }: Actor): (string | number | null)[] {
	const inVietNam = new Date(new Date(view.at).getTime() + 7 * 3_600_000).toISOString();
	const yesOrNo = (value: boolean | null) => (value === null ? null : say(lang, `visits.${value ? 'yes' : 'no'}`));
	const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(', ');
	return [
		...[inVietNam.slice(0, 10), inVietNam.slice(11, 16), view.minutes, say(lang, `visits.kind-${view.kind}`)],
		...[view.place.name, view.writer, joined(view.helped?.name, view.household)],
		...[joined(view.procedure?.name, view.procedureWords), yesOrNo(view.alone)],
		...[view.lesson?.name ?? view.course?.name ?? null, view.did, view.nextTime, yesOrNo(view.struck)]
	];
}

async function viewsOf(
	house: CommunityHouse,
	reader: Reader,
	{ actor, rows }: { actor: Actor; rows: EntryRow[] }
): Promise<EntryView[]> {
	const { procedures } = house.catalog.communityRules();
	const ids = (pick: (row: EntryRow) => string | null) => [...new Set(rows.flatMap((row) => pick(row) ?? []))];
	const places = await listPlacesByIds(
		reader,
		ids(({ placeId }) => placeId)
	);
	const placeNames = new Map(places.map(({ id, name }) => [id, name]));
	const writers = await listAccountNames(
		reader,
		ids(({ writerId }) => writerId)
	);
	const helped = await listReachableHelped(
		reader,
		actor,
		ids(({ helpedId }) => helpedId)
	);
	const helpedNames = new Map(helped.map(({ id, name }) => [id, name]));
	return rows.map((row) => {
		const { id, kind, at, minutes, household, did, procedureWords, alone, nextTime } = row;
		const whom = helpedNames.get(row.helpedId ?? '');
		const mine = row.writerId === actor.accountId;
		return {
			...{ id, kind, minutes, household, did, procedureWords, alone, nextTime, mine },
			at: at.toISOString(),
			place: { id: row.placeId, name: placeNames.get(row.placeId) ?? '' },
			helped: row.helpedId !== null && whom !== undefined ? { id: row.helpedId, name: whom } : null,
			procedure: row.procedure === null ? null : nameOf(procedures, row.procedure, actor.lang),
			...taught(house, row, actor.lang),
			writer: writers.get(row.writerId) ?? null,
			correctable: mine && row.struckAt === null && mayStillCorrect(house, row),
			struck: row.struckAt !== null
		};
	});
}
