import { parentPort } from 'node:worker_threads';
import { buffer } from 'node:stream/consumers';
import { drawSheet } from './draw-sheet.ts';
import { signPdf } from '../seal/pdf-signature.ts';
import type { Seal } from '../seal/seal.ts';
import { NotPrintable, type Sheet } from './sheet.ts';

/** What the worker is asked, and what it answers. */
export interface PrintJob {
	id: number;
	sheet: Sheet;
	/** What the sheet is signed with; its private key comes as a handle, never as bytes. */
	seal: Seal | null;
}
export type PrintAnswer =
	{ id: number; pdf: Uint8Array<ArrayBuffer> } | { id: number; fault: 'not-printable' | 'failed'; message: string };

/** Runs in a thread of its own: drawing a page takes longer than any request may hold up the others. */
async function print({ id, sheet, seal }: PrintJob): Promise<PrintAnswer> {
	try {
		const drawn = await buffer(drawSheet(sheet));
		return { id, pdf: new Uint8Array(seal ? await signPdf(drawn, seal) : drawn) };
	} catch (error) {
		const fault = error instanceof NotPrintable ? 'not-printable' : 'failed';
		return { id, fault, message: error instanceof Error ? error.message : 'unknown' };
	}
}

parentPort?.on('message', (job: PrintJob) => {
	void print(job).then((answer) => parentPort?.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer] : []));
});
