import { mayActIn, type Actor } from '../../platform/actor.ts';
import { doerOf, recordAct } from '../../platform/audit.ts';
import { dayInVietNam } from '../../platform/clock.ts';
import type { House } from '../../platform/house.ts';
import { tidy } from '../../platform/text.ts';
import { refuseKnown } from '../create-place.ts';
import { localKindOf, nameFault } from '../names.ts';
import { codeFor, keepers, placeFrom } from '../new-place.ts';
import { addPlaces, findStanding } from '../queries.ts';
import { noSuchPlace, notYourPlace, wrongParent } from '../refusals.ts';
import { checkDetails, detailsFrom } from './checks.ts';
import { getOrganisation } from './read-organisations.ts';
import type { NewOrganisation, OrganisationView } from './schemas.ts';

/** Sets up an organisation in a place or in another organisation; a class in a school. The same name twice is refused. */
export async function createOrganisation(
	house: House,
	actor: Actor,
	input: NewOrganisation
): Promise<OrganisationView> {
	const name = tidy(input.name);
	const details = detailsFrom(input);
	const wrong = nameFault('organisation', name);
	const faults = wrong === null ? [] : [{ field: 'name', code: wrong }];
	const id = await house.store.transact(async (tx) => {
		const parent = await findStanding(tx, input.parentId);
		if (!parent) throw noSuchPlace({ fields: [{ field: 'parentId', code: 'places.no-such-place' }] });
		if (!mayActIn(actor, keepers, parent.path)) throw notYourPlace();
		if (parent.validTo !== null && parent.validTo < dayInVietNam(house.clock.now())) throw wrongParent();
		await checkDetails(tx, details, { parent, id: null, faults });
		await refuseKnown(tx, parent.id, name);
		const parts = {
			kind: 'organisation',
			name,
			localKind: localKindOf(name) ?? '',
			code: codeFor(name),
			parent
		} as const;
		const place = { ...placeFrom(parts), ...details };
		await addPlaces(tx, [place]);
		await recordAct(tx, house, {
			doer: doerOf(actor, keepers, parent.path),
			action: 'places.organisation-made',
			subject: { kind: 'place', id: place.id },
			placePath: place.path,
			details: { kind: details.organisationKind }
		});
		return place.id;
	});
	return getOrganisation(house, actor, id);
}
