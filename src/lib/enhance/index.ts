import { keepAddressesPlain } from './addresses.ts';
import { showCaptions } from './captions.ts';
import { offerCopying } from './copying.ts';
import { watchDisplay } from './display.ts';
import { helpFillIn } from './fields.ts';
import { takeFocus } from './focus.ts';
import { readAloud } from './listen.ts';
import { showPasswords } from './passwords.ts';
import { offerPrinting } from './printing.ts';
import { all } from './page.ts';
import { watchReader } from './reader.ts';
import { offerSending } from './sending.ts';
import { shrinkPhotos } from './photos.ts';
import { rememberPlace } from './place.ts';
import { markProgress } from './progress.ts';
import { answerInPlace } from './questions.ts';
import { takeQuizInPlace } from './quiz.ts';
import { walkByKeys } from './steps.ts';
import { watchList } from './watching.ts';

/*
 * The one script of the site. Pages work without it; it makes them quicker: display settings without a new page,
 * marks of what was learnt, answers in place, reading aloud. Everything here starts from `data-` attributes in the page.
 */
for (const other of all('[data-without-script]')) other.hidden = true;
takeFocus();
watchReader();
watchDisplay();
showPasswords();
answerInPlace();
takeQuizInPlace();
helpFillIn();
keepAddressesPlain();
rememberPlace();
readAloud();
showCaptions();
offerPrinting();
offerCopying();
offerSending();
walkByKeys();
shrinkPhotos();
watchList();
void markProgress();
