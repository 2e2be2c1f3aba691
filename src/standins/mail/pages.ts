/** What stands on the page. */
export const notice = 'BẢN TẬP. Hộp thư này giả, không gửi đi đâu. / A STAND-IN: this mailbox passes nothing on.';

export interface Mail {
	readonly to: string;
	readonly subject: string;
	readonly text: string;
}

/** A mail of one part, as a mail program would show it. */
export function readable(source: string): Mail {
	const [head = '', ...rest] = source.split('\r\n\r\n');
	const headers = new Map(
		head
			.replace(/\r\n[ \t]+/g, ' ')
			.split('\r\n')
			.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()])
	);
	const subject = (headers.get('subject') ?? '').replace(/\?=\s+=\?/g, '?==?').replace(encodedWord, decodeWord);
	const text = decodeBody(rest.join('\r\n\r\n'), headers.get('content-transfer-encoding') ?? '');
	return { to: headers.get('to') ?? '', subject, text };
}

const encodedWord = /=\?utf-8\?([bq])\?([^?]*)\?=/gi;

function decodeWord(_all: string, way: string, text: string): string {
	if (way.toLowerCase() === 'b') return Buffer.from(text, 'base64').toString('utf8');
	return quotedPrintable(text.replaceAll('_', ' '));
}

function decodeBody(body: string, encoding: string): string {
	if (/base64/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8');
	return /quoted-printable/i.test(encoding) ? quotedPrintable(body) : body;
}

function quotedPrintable(text: string): string {
	const bytes = text
		.replace(/=\r\n/g, '')
		.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}

const harmless = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** All mails, the newest first. */
export function mailPage(mails: readonly Mail[]): string {
	const list = mails.map(
		({ to, subject, text }) =>
			`<article><h2>${harmless(subject)}</h2><p>${harmless(to)}</p><pre>${harmless(text)}</pre></article>`
	);
	return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>BẢN TẬP: hộp thư</title><style>
body{font:18px/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1rem;background:#fff;color:#1a1a1a}
.sim{background:#5b21b6;color:#fff;padding:.75rem 1rem;font-weight:700} pre{white-space:pre-wrap;font:inherit}
article{border-top:1px solid #767676}</style></head><body><p class="sim">${notice}</p>
<main><h1>Thư đã nhận</h1>${list.join('') || '<p>Chưa có thư nào. Tải lại trang để xem thư mới.</p>'}</main></body></html>`;
}
