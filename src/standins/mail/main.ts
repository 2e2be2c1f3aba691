import { endWith } from '../ground.ts';
import { openMailbox } from './mailbox.ts';
import { notice } from './pages.ts';
import { readSettings } from './settings.ts';

/** npm run standin:mail: a mailbox for practice; it shows what it is sent and passes nothing on. */
async function main(): Promise<void> {
	const { port, pagePort } = readSettings();
	const { smtp, page } = openMailbox();
	for (const server of [smtp, page])
		server.on('error', (error: Error) => {
			process.stderr.write(`Không mở được cổng / the port can't be opened: ${error.message}\n`);
			process.exit(1);
		});
	smtp.listen(port, '127.0.0.1');
	page.listen(pagePort, '127.0.0.1', () =>
		process.stdout.write(
			[
				'',
				`  ${notice}`,
				'  Chạy trang học với / start the site with:',
				`    SMTP_URL=smtp://localhost:${port} MAIL_FROM=hoc@localhost.example npm start`,
				`  Thư / mails: http://localhost:${pagePort}/`,
				'',
				''
			].join('\n')
		)
	);
	for (const signal of ['SIGTERM', 'SIGINT'] as const)
		process.once(signal, () => {
			smtp.close();
			page.close();
			page.closeAllConnections();
		});
}

main().catch(endWith);
