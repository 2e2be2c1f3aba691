import { refusal } from '../platform/refusal.ts';

const wrongFields = refusal('invalid', 'platform.invalid');
/** What can't be taken back is not done before she has ticked that she has read what goes. */
export const notSure = () => wrongFields({ fields: [{ field: 'sure', code: 'privacy.erase-tick' }] });
/** A helper opened this to learn together with her: what is kept of her is not the helper's to read here. */
export const openedByHelper = refusal('forbidden', 'privacy.opened-by-helper');
/** A card lies open on a device for hours, whoever holds it: what can't be taken back goes by her helper and on paper. */
export const askHelper = refusal('forbidden', 'privacy.ask-helper');
