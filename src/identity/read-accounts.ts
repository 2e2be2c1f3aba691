import { listPlacesByIds } from '../places/index.ts';
import { outermostGrants, type Actor } from '../platform/actor.ts';
import { doerOf, recordAct } from '../platform/audit.ts';
import type { House } from '../platform/house.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { fold, normalisePhone } from '../platform/text.ts';
import { caretakers, findReachable, listGrants, searchAccountRows, type AccountFilter } from './account-queries.ts';
import { agrees } from './consent-queries.ts';
import { maskPhone } from './person.ts';
import { shortName } from './people-here.ts';
import type { Account } from './queries.ts';
import { noSuchAccount, queryTooShort } from './refusals.ts';
import type { AccountQuery, AccountView } from './schemas.ts';

const pageSize = 50;

/**
 * People whose account somebody may look after, by name, username or whole phone number; without a query all of them.
 * The list is masked until one is opened; only who was looked for by her whole name, username or number is shown whole.
 */
export async function searchAccounts(house: House, actor: Actor, { query = '', after }: AccountQuery) {
	const { store } = house;
	const folded = fold(query);
	if (folded.length === 1) throw queryTooShort({ fields: [{ field: 'query', code: 'identity.query-too-short' }] });
	const last = after === undefined ? undefined : await findReachable(store.read, actor, after);
	if (after !== undefined && !last) throw noSuchAccount();
	const phone = normalisePhone(query);
	const found = await searchAccountRows(store.read, actor, {
		folded,
		phone,
		...(last && { after: last }),
		limit: pageSize + 1
	});
	const page = found.slice(0, pageSize);
	await recordSearch(house, actor, { page, searched: folded !== '', further: after !== undefined });
	return {
		accounts: await listed(store.read, page, { folded, phone }),
		next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null
	};
}

type LookedFor = Pick<AccountFilter, 'folded' | 'phone'>;

async function listed(reader: Reader, page: Account[], { folded, phone }: LookedFor): Promise<AccountView[]> {
	const meant = page.filter(
		(each) => each.nameFolded === folded || each.username === folded || (phone !== null && each.phone === phone)
	);
	const whole = new Set(meant.map(({ id }) => id));
	return (await viewsOf(reader, page)).map((view) =>
		whole.has(view.id) ? view : { ...view, name: shortName(view.name), username: null }
	);
}

/**
 * Keeps that somebody looked through the accounts of her places and how many she was shown, one entry for each place
 * she reaches, so that whoever administers it learns of it. What was typed is kept nowhere. Until it is written,
 * nothing is shown.
 */
function recordSearch(
	house: House,
	actor: Actor,
	{ page, searched, further }: { page: Account[]; searched: boolean; further: boolean }
): Promise<void> {
	return house.store.transact(async (tx) => {
		for (const { placeId, placePath } of outermostGrants(actor, caretakers)) {
			const results = page.filter((each) => (each.placePath ?? '/').startsWith(placePath)).length;
			await recordAct(tx, house, {
				doer: doerOf(actor, caretakers, placePath),
				action: 'identity.accounts-searched',
				subject: { kind: 'place', id: placeId },
				placePath,
				details: { results, searched, further }
			});
		}
	});
}

/** One person's account, for whoever looks after it; that it was looked at is written down with it. */
export async function getAccountView(house: House, actor: Actor, accountId: string): Promise<AccountView> {
	return house.store.transact(async (tx) => {
		const account = await findReachable(tx, actor, accountId);
		const [view] = account ? await viewsOf(tx, [account]) : [];
		if (!account || !view) throw noSuchAccount();
		const placePath = account.placePath ?? '/';
		await recordAct(tx, house, {
			doer: doerOf(actor, caretakers, placePath),
			action: 'identity.account-viewed',
			subject: { kind: 'account', id: accountId },
			placePath
		});
		return (await agrees(tx, accountId, 'contact')) ? { ...view, phone: account.phone } : view;
	});
}

async function viewsOf(reader: Reader, accounts: Account[]): Promise<AccountView[]> {
	const grants = await listGrants(
		reader,
		accounts.map(({ id }) => id)
	);
	const placeIds = [...accounts, ...grants].flatMap(({ placeId }) => placeId ?? []);
	const places = new Map((await listPlacesByIds(reader, [...new Set(placeIds)])).map((place) => [place.id, place]));
	return accounts.map(({ id, name, birthYear, phone, username, placeId, createdAt }) => ({
		id,
		name,
		birthYear,
		phone: maskPhone(phone),
		username,
		place: places.get(placeId ?? '') ?? null,
		grants: grants.flatMap((grant) => {
			const place = places.get(grant.placeId);
			return grant.accountId === id && place ? [{ id: grant.id, role: grant.role, place }] : [];
		}),
		createdAt: createdAt.toISOString()
	}));
}
