import { logEntry } from './log-action.ts';
import type { Actions } from './$types';

export const actions: Actions = { default: (event) => logEntry(event, '/tham-nha') };
