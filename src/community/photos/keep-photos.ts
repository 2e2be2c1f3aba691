import type { FastifyRequest } from 'fastify';
import { mayActIn, type Actor, type Role } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { filesOf } from '../../platform/files/store-files.ts';
import { newId } from '../../platform/ids.ts';
import type { Writer } from '../../platform/persistence/store.ts';
import { inTurn } from '../../platform/turns.ts';
import type { CommunityHouse } from '../community-house.ts';
import { actOn, openClass } from '../plan-class.ts';
import { findClass, type ClassRow } from '../queries.ts';
import { noSuchClass } from '../refusals.ts';
import { refuseIfEarly } from '../take-attendance.ts';
import { makePhoto, type MadePhoto } from './make-photo.ts';
import { addPhotoRow, dropPhotoRow, findPhoto, listPhotos, type PhotoRow } from './queries.ts';
import { withReceived, type Received } from './receive-photo.ts';
import { noSuchPhoto, notYoursToRemove, photosFull } from './refusals.ts';

/** Enough to see that a class was held. */
export const mostPhotos = 6;

/** Roles that see photos with faces, and may take away what others added. */
export const photoOfficers = ['officer', 'administrator'] as const satisfies readonly Role[];

/** Adds a photo to a session that has begun; the same one once more changes nothing. */
export async function addPhoto(
	house: CommunityHouse,
	actor: Actor,
	{ id, request }: { id: string; request: FastifyRequest }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const row = await openForPhotos(house, tx, { actor, id });
		if ((await listPhotos(tx, row.id)).length >= mostPhotos) throw photosFull({ values: { most: mostPhotos } });
	});
	await withReceived(house.config, request, async (received) => {
		// One at a time: two large pictures unpacked together are more memory than a small server has.
		const made = await inTurn(house, 'photos', () => makePhoto(received.path));
		await keep(house, actor, { id, received, made });
	});
}

async function openForPhotos(
	{ clock }: CommunityHouse,
	tx: Writer,
	{ actor, id }: { actor: Actor; id: string }
): Promise<ClassRow> {
	const row = await openClass(tx, actor, id);
	refuseIfEarly(row, clock.now());
	return row;
}

async function keep(
	house: CommunityHouse,
	actor: Actor,
	{ id, received, made }: { id: string; received: Received; made: MadePhoto }
): Promise<void> {
	const files = filesOf(house);
	const fileHash = await files.put(made.bytes);
	const previewHash = await files.put(made.preview);
	// What nobody said is taken for the more private.
	const faces = received.fields.get('faces') !== 'no';
	await house.store.transact(async (tx) => {
		const row = await openForPhotos(house, tx, { actor, id });
		const known = await listPhotos(tx, id);
		if (known.some((photo) => photo.fileHash === fileHash)) return;
		if (known.length >= mostPhotos) throw photosFull({ values: { most: mostPhotos } });
		if (actor.accountId === null) throw noSuchClass();
		const photo: PhotoRow = {
			id: newId(),
			sessionId: id,
			fileHash,
			previewHash,
			width: made.width,
			height: made.height,
			faces,
			addedBy: actor.accountId,
			addedAt: house.clock.now()
		};
		await addPhotoRow(tx, photo);
		await recordAct(tx, house, {
			...actOn(actor, 'community.photo-added', row),
			details: { photoId: photo.id, faces }
		});
	});
}

/** Takes a photo away, also of a session that was called off: whoever added it, or an officer of the place. Its file goes within two hours. */
export async function removePhoto(
	house: CommunityHouse,
	actor: Actor,
	{ id, photoId }: { id: string; photoId: string }
): Promise<void> {
	await house.store.transact(async (tx) => {
		const row = await findClass(tx, actor, id);
		if (!row) throw noSuchClass();
		const photo = await findPhoto(tx, { sessionId: id, id: photoId });
		if (!photo) throw noSuchPhoto();
		if (!mayRemove(actor, photo, row)) throw notYoursToRemove();
		await dropPhotoRow(tx, photoId);
		await recordAct(tx, house, { ...actOn(actor, 'community.photo-removed', row), details: { photoId } });
	});
}

/** Whoever added it, or an officer of the place. */
export function mayRemove(actor: Actor, { addedBy }: PhotoRow, { placePath }: ClassRow): boolean {
	return addedBy === actor.accountId || mayActIn(actor, photoOfficers, placePath);
}
