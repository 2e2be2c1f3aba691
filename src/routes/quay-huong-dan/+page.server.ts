import { logEntry } from '../tham-nha/log-action.ts';
import type { Actions } from './$types';

export const actions: Actions = { default: (event) => logEntry(event, '/quay-huong-dan') };
