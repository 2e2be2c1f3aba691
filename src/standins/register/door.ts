import type { KeyObject } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { contentDigest, readSignature, requestParts } from '../../platform/message-signature.ts';
import type { Book } from './book.ts';

/** A request as it arrived. */
export interface Arrived {
	method: string;
	url: URL;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

/** So far the site's clock may be from ours, in seconds. */
const apart = 300;

/** Who may not come in, and why; null for the site itself, with a request that has not been here before. */
export function turnedAway(
	{ method, url, headers, body }: Arrived,
	{ siteKey, book, now }: { siteKey: KeyObject; book: Book; now: number }
): 'unsigned' | 'clock' | 'replayed' | null {
	const digest = contentDigest(body);
	const signed = {
		'signature-input': String(headers['signature-input'] ?? ''),
		signature: String(headers['signature'] ?? '')
	};
	const read = readSignature(siteKey, requestParts({ method, url, digest }), signed);
	if (!read?.nonce || headers['content-digest'] !== digest) return 'unsigned';
	if (Math.abs(read.created - now / 1000) > apart) return 'clock';
	return book.isNew(read.nonce) ? null : 'replayed';
}
