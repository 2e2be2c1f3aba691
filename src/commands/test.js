// npm test: all the set-up, then every check and test there is.
import { build, checkNode, install, run } from './set-up.js';

checkNode();
install('all');
run('npm', ['run', '--silent', 'check']);
build();
run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts']);
run(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/e2e/playwright.config.ts']);
