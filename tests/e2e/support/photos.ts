import type { BrowserContext } from '@playwright/test';
import { aPhoto } from '../../support/photos.ts';
import { markedClass } from './marks.ts';

/** A session on now with two photos, one of them with faces; returns its id. */
export async function photographedClass(context: BrowserContext): Promise<string> {
	const id = await markedClass(context);
	const site = process.env.SITE ?? '';
	for (const [red, faces] of [
		[90, 'no'],
		[200, 'yes']
	] as const) {
		const photo = { name: 'IMG_2811.JPG', mimeType: 'image/jpeg', buffer: await aPhoto({ red }) };
		const answer = await context.request.post(`${site}/api/classes/${id}/photos`, {
			headers: { origin: site },
			multipart: { faces, photo }
		});
		if (!answer.ok()) throw new Error(await answer.text());
	}
	return id;
}
