// npm run dev: Vite for the pages, the API mounted before them, everything reloads.
import { checkNode, install, run } from './set-up.js';

checkNode();
install('production');
run(process.execPath, [
	'node_modules/vite/bin/vite.js',
	'dev',
	'--host',
	process.env.HOST ?? 'localhost',
	'--strictPort'
]);
