import { join } from 'node:path';
import type { Config } from '../platform/config.ts';
import type { Release } from './release.ts';

/** Where pictures and recordings are kept under the hash of their bytes: what an older version shows stays there. */
export function mediaDirOf(config: Pick<Config, 'dataDir'>): string {
	return join(config.dataDir, 'media');
}

/** The file behind `/media/<name>`, or null. Only names that the release knows resolve, so no path can lead out. */
export function findMedia(catalog: { release(): Release }, name: string): { path: string; type: string } | null {
	const release = catalog.release();
	const entry = release.media.get(name);
	return entry ? { path: join(release.mediaDir, entry.name), type: entry.type } : null;
}

const types = new Map(
	Object.entries({
		svg: 'image/svg+xml',
		webp: 'image/webp',
		png: 'image/png',
		jpg: 'image/jpeg',
		jpeg: 'image/jpeg',
		mp4: 'video/mp4',
		webm: 'video/webm',
		mp3: 'audio/mpeg',
		m4a: 'audio/mp4',
		ogg: 'audio/ogg',
		opus: 'audio/ogg',
		vtt: 'text/vtt; charset=utf-8'
	})
);

/** The media type by the end of the name, or null for what is not served. */
export function mediaType(name: string): string | null {
	return types.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? null;
}
