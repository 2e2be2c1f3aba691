import { listPlacesByIds } from '../places/index.ts';
import type { Actor } from '../platform/actor.ts';
import type { House } from '../platform/house.ts';
import type { Reader } from '../platform/persistence/store.ts';
import { fold, normalisePhone } from '../platform/text.ts';
import { findReachable, listGrants, searchAccountRows } from './account-queries.ts';
import { maskPhone } from './person.ts';
import type { Account } from './queries.ts';
import { noSuchAccount, queryTooShort } from './refusals.ts';
import type { AccountQuery, AccountView } from './schemas.ts';

const pageSize = 50;

/** People whose account somebody may look after, by name, username or whole phone number; without a query, all of them. */
export async function searchAccounts({ store }: House, actor: Actor, { query = '', after }: AccountQuery) {
	const folded = fold(query);
	if (folded.length === 1) throw queryTooShort({ fields: [{ field: 'query', code: 'identity.query-too-short' }] });
	const last = after === undefined ? undefined : await findReachable(store.read, actor, after);
	if (after !== undefined && !last) throw noSuchAccount();
	const found = await searchAccountRows(store.read, actor, {
		folded,
		phone: normalisePhone(query),
		...(last && { after: last }),
		limit: pageSize + 1
	});
	const page = found.slice(0, pageSize);
	return {
		accounts: await viewsOf(store.read, page),
		next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null
	};
}

/** One person's account, for whoever looks after it. */
export async function getAccountView({ store }: House, actor: Actor, accountId: string): Promise<AccountView> {
	const account = await findReachable(store.read, actor, accountId);
	const [view] = account ? await viewsOf(store.read, [account]) : [];
	if (!view) throw noSuchAccount();
	return view;
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
