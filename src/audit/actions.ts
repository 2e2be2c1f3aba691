/**
 * The acts there are, in the order in which the filter offers them; the rooms that do them lie on either side of this
 * one. A test reads the sources and finds one that is not here, or has no sentence in the catalogue.
 */
export const auditActions = [
	'identity.accounts-searched',
	'identity.account-viewed',
	'identity.reopening-made',
	'identity.reopening-used',
	'identity.grant-given',
	'identity.grant-ended',
	'identity.first-administrator-made',
	'places.place-made',
	'places.villages-added',
	'certify.record-withdrawn',
	'certify.key-rotated',
	'community.class-made',
	'community.class-changed',
	'community.class-cancelled',
	'community.people-listed',
	'community.attendance-taken',
	'community.attendance-changed',
	'community.marks-kept',
	'community.photo-added',
	'community.photo-viewed',
	'community.photo-removed',
	'community.rule-set',
	'community.helped-made',
	'community.helped-listed',
	'community.helped-viewed',
	'community.helped-changed',
	'community.helped-removed',
	'community.helped-taken-over',
	'community.card-made',
	'community.learnt-together',
	'audit.exported',
	'audit.seal-broken',
	'audit.seal-accepted'
] as const;
