/** How the browser of a cheap phone presents itself. */
const userAgent =
	'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36';

const shared = {
	'user-agent': userAgent,
	'accept-language': 'vi-VN,vi;q=0.9,en-US;q=0.8,en;q=0.7',
	'accept-encoding': 'gzip, deflate, br, zstd',
	connection: 'keep-alive'
};

/** The headers a browser sends when it opens a page. */
export const pageHeaders: Readonly<Record<string, string>> = {
	...shared,
	'upgrade-insecure-requests': '1',
	accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8',
	'sec-fetch-site': 'same-origin',
	'sec-fetch-mode': 'navigate',
	'sec-fetch-user': '?1',
	'sec-fetch-dest': 'document'
};

/** The headers of a call that a page's script makes, or of what a page brings along. */
export const callHeaders: Readonly<Record<string, string>> = {
	...shared,
	accept: '*/*',
	'sec-fetch-site': 'same-origin',
	'sec-fetch-mode': 'cors',
	'sec-fetch-dest': 'empty'
};

interface Raw {
	method?: string;
	path: string;
	host: string;
	headers: Readonly<Record<string, string>>;
	cookie?: string;
	body?: string;
}

/** A request as it goes over the wire. */
export function rawRequest({ method = 'GET', path, host, headers, cookie = '', body }: Raw): string {
	const lines = Object.entries({
		host,
		...headers,
		...(cookie && { cookie }),
		...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) })
	}).map(([name, value]) => `${name}: ${value}\r\n`);
	return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`;
}

/** What the bare server is asked in its place: a GET with the very same headers, without a body. */
export function bareRequest(request: string): string {
	const [head = ''] = request.split('\r\n\r\n', 1);
	return `${head.replace(/^\w+/, 'GET').replace(/\r\ncontent-length: \d+/i, '')}\r\n\r\n`;
}
