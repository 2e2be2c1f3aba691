import { PDFiumLibrary } from '@hyzyla/pdfium';
import jsQR from 'jsqr';
import sharp from 'sharp';

/** What the QR code on the first page of a PDF says, read from the page as a scanner of so many dots to the inch sees it. */
export async function codeInPdf(pdf: Buffer, dpi = 150): Promise<string | undefined> {
	const library = await PDFiumLibrary.init();
	const document = await library.loadDocument(new Uint8Array(pdf));
	try {
		const { data, width, height } = await document.getPage(0).render({ scale: dpi / 72, render: 'bitmap' });
		return readPixels(data, { width, height });
	} finally {
		document.destroy();
		library.destroy();
	}
}

/** What the QR code in a picture says. */
export async function codeInPicture(picture: Buffer): Promise<string | undefined> {
	const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
	return readPixels(data, info);
}

/** A decoder that nobody here wrote; dark and light tell all, so the order of the colours does not matter. */
function readPixels(data: Uint8Array, { width, height }: { width: number; height: number }): string | undefined {
	return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}
