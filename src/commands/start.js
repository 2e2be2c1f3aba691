// npm start: all the set-up that is still needed, then site and API in this very process.
import { build, checkNode, install } from './set-up.js';

checkNode();
install('production');
build();
await import(new URL('../../build/server/main.js', import.meta.url).href);

// npm hands a signal to the shell between it and this process, and that shell dies of it without passing it on.
if (process.env.npm_lifecycle_event) {
	const shell = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === shell) return;
		clearInterval(watch); // a second signal would end it at once
		process.kill(process.pid, 'SIGTERM');
	}, 500).unref();
}
