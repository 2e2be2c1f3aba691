// npm run standin:<name>: a process that plays a system of the state, for practice; it needs packages that no site needs.
import { build, checkNode, install } from './set-up.js';

checkNode();
install('all');
build();
const [name] = process.argv.splice(2, 1);
await import(new URL(`../../build/server/standin-${name}.js`, import.meta.url).href);
