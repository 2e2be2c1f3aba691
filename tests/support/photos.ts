import sharp from 'sharp';
import type { Phone, Reply } from './an-app.ts';

/** A photo as a phone takes it: upright only by its note, with the place where it was taken. */
export function aPhoto({ width = 400, height = 300, red = 200 } = {}): Promise<Buffer> {
	const place = {
		GPSLatitudeRef: 'N',
		GPSLatitude: '21/1 2/1 3/1',
		GPSLongitudeRef: 'E',
		GPSLongitude: '105/1 5/1 6/1'
	};
	return sharp({ create: { width, height, channels: 3, background: { r: red, g: 120, b: 40 } } })
		.withExif({ IFD0: { Make: 'Máy của bà Tư', Copyright: 'Bùi Thị Tư' }, IFD3: place })
		.withMetadata({ orientation: 6 })
		.jpeg()
		.toBuffer();
}

/** A photo of many bytes: noise, which nothing can press together. */
export function aLargePhoto(width: number, height: number): Promise<Buffer> {
	const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
	return sharp({ create: { width, height, channels: 3, background: '#000', noise } })
		.withMetadata({ orientation: 6 })
		.jpeg({ quality: 95 })
		.toBuffer();
}

/** A PNG of some dozen bytes that says it is this large. */
export function aBomb(width: number, height: number): Buffer {
	const chunk = (name: string, data: Buffer) => {
		const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
		const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
		length.writeUInt32BE(data.length);
		sum.writeUInt32BE(crc32(named));
		return Buffer.concat([length, named, sum]);
	};
	const size = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
	size.writeUInt32BE(width, 0);
	size.writeUInt32BE(height, 4);
	const begin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([begin, chunk('IHDR', size), chunk('IDAT', Buffer.alloc(8)), chunk('IEND', Buffer.alloc(0))]);
}

function crc32(bytes: Buffer): number {
	let crc = 0xffffffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	}
	return (crc ^ 0xffffffff) >>> 0;
}

const boundary = 'xxGIOIxx';

/** A form with one file, as a browser sends it. */
export function photoForm(
	bytes: Buffer,
	{ faces = 'no', name = 'anh.jpg' } = {}
): {
	body: Buffer;
	headers: Record<string, string>;
} {
	const field = `--${boundary}\r\ncontent-disposition: form-data; name="faces"\r\n\r\n${faces}\r\n`;
	const file = `--${boundary}\r\ncontent-disposition: form-data; name="photo"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`;
	const body = Buffer.concat([Buffer.from(field + file), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
	return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

/** Sends a photo to a session. */
export function sendPhoto(
	phone: Phone,
	id: string,
	bytes: Buffer,
	part: { faces?: string; page?: string } = {}
): Promise<Reply> {
	const { body, headers } = photoForm(bytes, part);
	const page = part.page ? `?page=${part.page}` : '';
	return phone.call('POST', `/classes/${id}/photos${page}`, body, headers);
}
