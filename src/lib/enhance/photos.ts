import { all } from './page.ts';

/** What the server keeps at most of a photo: more need not be sent. */
const longest = 1600;
/** Not worth the battery. */
const smallBytes = 300_000;

/** A photo is made small before it is sent: on 3G some seconds instead of minutes. */
export function shrinkPhotos(): void {
	for (const input of all('[data-shrink] input[type=file]') as HTMLInputElement[]) {
		let making: Promise<void> | null = null;
		input.addEventListener('change', () => {
			// Whatever an old browser lacks, the photo as it is does as well.
			const mine = shrink(input)
				.catch(() => undefined)
				.then(() => {
					if (making === mine) making = null;
				});
			making = mine;
		});
		input.form?.addEventListener('submit', (event) => {
			if (!making) return;
			event.preventDefault();
			void making.then(() => input.form?.submit());
		});
	}
}

/** Puts the small photo in place of the chosen one; what the browser can't read is sent as it is, and the server says why not. */
async function shrink(input: HTMLInputElement): Promise<void> {
	const [file] = input.files ?? [];
	if (!file || file.size < smallBytes) return;
	const blob = await redraw(file);
	if (!blob || blob.size >= file.size || input.files?.[0] !== file) return;
	const files = new DataTransfer();
	files.items.add(new File([blob], file.name.replace(/(\.\w+)?$/, '.jpg'), { type: blob.type }));
	input.files = files.files;
}

async function redraw(file: File): Promise<Blob | null> {
	const picture = await createImageBitmap(file);
	const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.max(1, Math.round(picture.width * scale));
	canvas.height = Math.max(1, Math.round(picture.height * scale));
	const pen = canvas.getContext('2d');
	if (!pen) return null;
	pen.imageSmoothingQuality = 'high';
	// JPEG knows nothing transparent.
	pen.fillStyle = '#fff';
	pen.fillRect(0, 0, canvas.width, canvas.height);
	pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
	picture.close();
	return new Promise((made) => canvas.toBlob(made, 'image/jpeg', 0.8));
}
