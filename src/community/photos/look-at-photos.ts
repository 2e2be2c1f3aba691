import { listAccountNames } from '../../identity/index.ts';
import { mayActIn, type Actor } from '../../platform/actor.ts';
import { recordAct } from '../../platform/audit.ts';
import { filesOf } from '../../platform/files/store-files.ts';
import type { CommunityHouse } from '../community-house.ts';
import { actOn } from '../plan-class.ts';
import { findClass, type ClassRow } from '../queries.ts';
import { noSuchClass } from '../refusals.ts';
import { mayRemove, mostPhotos, photoOfficers } from './keep-photos.ts';
import { findPhoto, listPhotos, type PhotoRow } from './queries.ts';
import { noSuchPhoto, onlyOfficersLook } from './refusals.ts';
import type { PhotoList } from './schemas.ts';

/** The photos of a session, for those who hold classes there. */
export async function readPhotos(house: CommunityHouse, actor: Actor, id: string): Promise<PhotoList> {
	const { read } = house.store;
	const row = await findClass(read, actor, id);
	if (!row) throw noSuchClass();
	const photos = await listPhotos(read, id);
	const names = await listAccountNames(read, [...new Set(photos.map(({ addedBy }) => addedBy))]);
	return {
		most: mostPhotos,
		photos: photos.map((photo) => ({
			id: photo.id,
			faces: photo.faces,
			width: photo.width,
			height: photo.height,
			addedAt: photo.addedAt.toISOString(),
			by: names.get(photo.addedBy) ?? null,
			mayLook: mayLook(actor, photo, row),
			mayRemove: mayRemove(actor, photo, row)
		}))
	};
}

function mayLook(actor: Actor, { faces }: PhotoRow, { placePath }: ClassRow): boolean {
	return !faces || mayActIn(actor, photoOfficers, placePath);
}

/** The bytes of a photo, or of its preview. One with faces is for officers, and that they looked is written down. */
export async function lookAtPhoto(
	house: CommunityHouse,
	actor: Actor,
	{ id, photoId, preview }: { id: string; photoId: string; preview: boolean }
): Promise<Buffer> {
	const photo = await house.store.transact(async (tx) => {
		const row = await findClass(tx, actor, id);
		if (!row) throw noSuchClass();
		const found = await findPhoto(tx, { sessionId: id, id: photoId });
		if (!found) throw noSuchPhoto();
		if (!mayLook(actor, found, row)) throw onlyOfficersLook();
		if (found.faces)
			await recordAct(tx, house, { ...actOn(actor, 'community.photo-viewed', row), details: { photoId } });
		return found;
	});
	const bytes = await filesOf(house).get(preview ? photo.previewHash : photo.fileHash);
	if (bytes === null) throw noSuchPhoto();
	return bytes;
}
