import { createServer, type Server } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { mailPage, readable, type Mail } from './pages.ts';

const mostMails = 200;
const largest = 256 * 1024;

/** A mail server of practice, and the page on which everything it was sent can be read. */
export interface Mailbox {
	readonly smtp: SMTPServer;
	readonly page: Server;
	/** The newest first. */
	readonly mails: Mail[];
}

/** Takes every mail, keeps the last of them in memory, and passes none on. */
export function openMailbox(): Mailbox {
	const mails: Mail[] = [];
	const smtp = new SMTPServer({
		authOptional: true,
		size: largest,
		disabledCommands: ['STARTTLS'],
		onData(stream, _session, done) {
			const pieces: Buffer[] = [];
			stream.on('data', (piece: Buffer) => pieces.push(piece));
			stream.on('end', () => {
				mails.unshift(readable(Buffer.concat(pieces).toString('utf8')));
				mails.length = Math.min(mails.length, mostMails);
				done();
			});
		}
	});
	const page = createServer((_request, response) => {
		response.setHeader('content-type', 'text/html; charset=utf-8');
		response.end(mailPage(mails));
	});
	return { smtp, page, mails };
}
