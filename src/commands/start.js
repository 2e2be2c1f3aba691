// npm start: all the set-up that is still needed, then site and API in this very process.
import { build, checkNode, install } from './set-up.js';

checkNode();
install('production');
build();
await import(new URL('../../build/server/main.js', import.meta.url).href);
