// npm run build: all the set-up that `npm start` would do, without starting; for servers that another program starts.
import { build, checkNode, install } from './set-up.js';

checkNode();
install('production');
build();
