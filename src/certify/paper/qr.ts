import { encode } from 'uqr';

/** White modules that ISO/IEC 18004 asks for around a QR code. */
const quietZone = 4;

/** A QR code to be drawn: `path` fills its dark modules in a square `size` units wide, of which `quiet` are white on each side. */
export interface QrDrawing {
	path: string;
	size: number;
	quiet: number;
}

/**
 * The QR code of an address, as an SVG path: one rectangle for each run of dark modules. Level L, or better where that
 * costs no room: larger dots help a cheap printer more than spare ones.
 */
export function qrDrawing(address: string): QrDrawing {
	const { data, size } = encode(address, { ecc: 'L', boostEcc: true, border: 0 });
	const runs = data.flatMap((row, y) =>
		[
			...row
				.map((dark) => (dark ? '1' : '0'))
				.join('')
				.matchAll(/1+/g)
		].map(({ 0: run, index }) => `M${index + quietZone} ${y + quietZone}h${run.length}v1h-${run.length}z`)
	);
	return { path: runs.join(''), size: size + 2 * quietZone, quiet: quietZone };
}
