// npm run <command>: sets up what is missing, then runs one of the commands of build/server.
import { build, checkNode, install } from './set-up.js';

checkNode();
install('production');
build();
const [name] = process.argv.splice(2, 1);
await import(new URL(`../../build/server/${name}.js`, import.meta.url).href);
