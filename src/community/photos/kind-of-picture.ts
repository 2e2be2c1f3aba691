/** What a file is by its first bytes, whatever its name says. */
export type PictureKind = 'photo' | 'heic' | 'other';

const jpeg = [0xff, 0xd8, 0xff];
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** How many of its first bytes tell. */
export const tellingBytes = 16;

/** JPEG, PNG and WebP are photos that every browser shows; HEIC is what some phones make of their own accord. */
export function kindOfPicture(bytes: Uint8Array): PictureKind {
	const begins = (start: readonly number[]) => start.every((byte, i) => bytes[i] === byte);
	const letters = String.fromCharCode(...bytes.slice(0, 12));
	if (begins(jpeg) || begins(png)) return 'photo';
	if (letters.startsWith('RIFF') && letters.endsWith('WEBP')) return 'photo';
	return /^[^]{4}ftyp(hei[cxms]|hev[cmx]|mif1|msf1|avi[fs])/.test(letters) ? 'heic' : 'other';
}
