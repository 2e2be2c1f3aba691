import { watchDisplay } from './display.ts';
import { showPasswords } from './passwords.ts';

/*
 * The one script of the site. Pages work without it; it makes them quicker: display settings without a new page,
 * marks of what was learnt, answers in place, reading aloud. Everything here starts from `data-` attributes in the page.
 */
watchDisplay();
showPasswords();
