import { endWith } from '../ground.ts';
import { openStandIn } from './provider.ts';
import { serveStandIn } from './server.ts';
import { readSettings } from './settings.ts';

/** npm run standin:vneid: a provider that plays VNeID for practice, with made-up people and faults on demand. */
async function main(): Promise<void> {
	const settings = readSettings();
	const server = serveStandIn(await openStandIn(settings), settings.clientId);
	server.once('error', ({ message }) => {
		process.stderr.write(`Không mở được cổng / the port can't be opened: ${message}\n`);
		process.exit(1);
	});
	server.listen(settings.port, '127.0.0.1', () =>
		process.stdout.write(
			[
				'',
				`  MÔ PHỎNG VNeID / a simulation of VNeID: ${settings.issuer}`,
				'  Chạy trang học với / start the site with:',
				`    VNEID_ISSUER=${settings.issuer} VNEID_CLIENT_ID=${settings.clientId} VNEID_CLIENT_SECRET=${settings.clientSecret} npm start`,
				'',
				''
			].join('\n')
		)
	);
	for (const signal of ['SIGTERM', 'SIGINT'] as const)
		process.once(signal, () => {
			server.close();
			server.closeAllConnections();
		});
}

main().catch(endWith);
