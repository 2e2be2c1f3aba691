import { enterTyped } from '../../noi-khac/sent-file.ts';
import type { Actions } from './$types';

const names = ['place', 'platform', 'platformName', 'counted', 'group', 'day', 'number', 'source', 'note'] as const;

export const actions: Actions = {
	default: (event) => enterTyped(event, { names, into: 'figures', home: '/quan-tri/so-lieu-noi-khac' })
};
