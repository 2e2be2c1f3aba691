import { decodeQR } from 'qr/decode.js';

/*
 * Reads QR codes in a thread of its own, where the browser can't: a picture's pixels come in, its text goes out, or null.
 */
const patienceMs = 400;

addEventListener('message', ({ data }: MessageEvent<ImageData>) => {
	try {
		postMessage(decodeQR(data, { timeLimit: patienceMs }));
	} catch {
		postMessage(null); // no code in it
	}
});
