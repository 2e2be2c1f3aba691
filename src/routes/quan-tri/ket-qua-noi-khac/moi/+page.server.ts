import { enterTyped } from '../../noi-khac/sent-file.ts';
import type { Actions } from './$types';

const person = ['name', 'birthYear', 'phone', 'code'] as const;
const names = [...person, 'platform', 'platformName', 'what', 'day', 'evidence', 'source'] as const;

export const actions: Actions = {
	default: (event) => enterTyped(event, { names, into: 'results', home: '/quan-tri/ket-qua-noi-khac' })
};
