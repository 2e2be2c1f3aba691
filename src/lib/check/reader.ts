/** What reads QR codes in this browser. */
export interface CodeReader {
	/** The text of the code in a picture, or null where there is none. */
	read(picture: CanvasImageSource, size: { width: number; height: number }): Promise<string | null>;
	close(): void;
}

/** The browser's own reader; TypeScript does not know it yet. */
interface Detector {
	detect(picture: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
type DetectorClass = { new (of: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> };

/** More dots than this make a code no clearer, only slower to find. */
const longest = 1400;

/** The browser's own reader where it has one, otherwise one that is fetched when it is needed. */
export async function openReader(decoder: string): Promise<CodeReader> {
	const own = (window as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
	const formats = (await own?.getSupportedFormats().catch(() => [])) ?? [];
	const [worker, detector] = [
		new Worker(decoder, { type: 'module' }),
		own && formats.includes('qr_code') ? new own({ formats: ['qr_code'] }) : null
	];
	return {
		async read(picture, size) {
			const [seen] = (await detector?.detect(picture).catch(() => [])) ?? [];
			return seen?.rawValue ?? decoded(worker, pixelsOf(picture, size));
		},
		close: () => worker.terminate()
	};
}

function pixelsOf(picture: CanvasImageSource, { width, height }: { width: number; height: number }): ImageData | null {
	const scale = Math.min(1, longest / Math.max(width, height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.max(1, Math.round(width * scale));
	canvas.height = Math.max(1, Math.round(height * scale));
	const pen = canvas.getContext('2d', { willReadFrequently: true });
	pen?.drawImage(picture, 0, 0, canvas.width, canvas.height);
	return pen?.getImageData(0, 0, canvas.width, canvas.height) ?? null;
}

function decoded(worker: Worker, pixels: ImageData | null): Promise<string | null> {
	return new Promise((resolve) => {
		if (!pixels) return resolve(null);
		worker.onmessage = ({ data }: MessageEvent<string | null>) => resolve(data);
		worker.onerror = () => resolve(null);
		worker.postMessage(pixels, [pixels.data.buffer]);
	});
}
