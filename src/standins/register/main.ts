import { publicText } from '../../platform/message-signature.ts';
import { endWith } from '../ground.ts';
import { notice } from './pages.ts';
import { openRegister } from './server.ts';
import { readSettings } from './settings.ts';

/** npm run standin:register: a register of confirmations for practice, with faults on demand. */
async function main(): Promise<void> {
	const settings = readSettings();
	const { server, key, close } = openRegister(settings);
	server.once('error', ({ message }) => {
		process.stderr.write(`Không mở được cổng / the port can't be opened: ${message}\n`);
		process.exit(1);
	});
	server.listen(settings.port, '127.0.0.1', () =>
		process.stdout.write(
			[
				'',
				`  ${notice}`,
				'  Chạy trang học với / start the site with:',
				`    REGISTER_URL=${settings.address} REGISTER_KEY=${publicText(key)} npm start`,
				`  Tập sự cố / faults: ${settings.address}/tap`,
				'',
				''
			].join('\n')
		)
	);
	for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, close);
}

main().catch(endWith);
