import { read } from '$lib/api.ts';
import type { Register } from '../../../privacy/index.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => read<Register>(fetch, '/privacy-register');
