/** Pages are HTML and one small script of our own (lib/enhance): SvelteKit sends none. */
export const csr = false;
