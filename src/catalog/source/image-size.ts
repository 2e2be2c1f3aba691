export interface ImageSize {
	readonly width: number;
	readonly height: number;
}

/** Width and height as the file itself says, so that a page does not jump while pictures arrive; null when unknown. */
export function imageSize(type: string, bytes: Uint8Array): ImageSize | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		if (type === 'image/svg+xml') return svgSize(new TextDecoder().decode(bytes.subarray(0, 2_000)));
		if (type === 'image/png') return { width: view.getUint32(16), height: view.getUint32(20) };
		if (type === 'image/jpeg') return jpegSize(view);
		if (type === 'image/webp') return webpSize(view, bytes);
	} catch (error) {
		if (!(error instanceof RangeError)) throw error; // a file cut short has no size
	}
	return null;
}

function svgSize(text: string): ImageSize | null {
	const root = /<svg\b[^>]*>/.exec(text)?.[0] ?? '';
	const number = (name: string) => Number(new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`).exec(root)?.[1]);
	const box = /\sviewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"/.exec(root);
	const width = number('width') || Number(box?.[1]);
	const height = number('height') || Number(box?.[2]);
	return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : null;
}

/** Walks the segments to the frame header (SOF), which holds the size. */
function jpegSize(view: DataView): ImageSize | null {
	let at = 2;
	while (at < view.byteLength) {
		const marker = view.getUint16(at);
		const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
		if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
		at += 2 + view.getUint16(at + 2);
	}
	return null;
}

function webpSize(view: DataView, bytes: Uint8Array): ImageSize | null {
	const form = String.fromCharCode(...bytes.subarray(12, 16));
	if (form === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
	if (form === 'VP8L') {
		const bits = view.getUint32(21, true);
		return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
	}
	if (form !== 'VP8X') return null;
	const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
	return { width: three(24) + 1, height: three(27) + 1 };
}
