import { read } from '$lib/api.ts';
import type { GlossaryView } from '../../catalog/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => ({ glossary: await read<GlossaryView>(fetch, '/glossary') });
