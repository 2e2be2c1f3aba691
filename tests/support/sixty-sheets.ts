/**
 * What sixty people answered to q-1 … q-4 and `nhieu`: the options each chose, `-` where a question was left out. The
 * key is a, b, c, a and ab; it was made so that the strong take b for the answer to q-4.
 */
export const sixtySheets = `
a b a a ab | a a b c abc | a a c a b | a a a c acd | a b - a b | a a a c a | a b b a bc | a b c b ab | a b c c ab |
a b - b ab | a b a c - | a b c b ab | a a c a abc | a b c c b | a a b c c | a a b b a | a b b c ab | b a - a ac |
a a a c bd | a b c b a | a a a b abc | a b c b - | a b c b - | a a a c ad | a a c b ab | a b c b ab | a a a b a |
a b c b b | a a a c ac | a b a b ac | a b - c ac | a a a a ac | a b c b ab | a b a c abd | a a a c ab | a a b c bc |
a a c a c | a b a c bcd | a b b b b | a b c b ab | a b c a ab | a b c b ab | a a b c bc | c b - a ab | a b c b ab |
a a b a abcd | a b b c ab | a b b a ac | a a c a ab | a b a b ab | a b c b ab | a b c b - | a a a a d | a b c b ab |
a a a a ad | a a b a cd | a a a b abcd | a a a c a | a b c b abc | a a a c acd`
	.split('|')
	.map((sheet) => sheet.trim().split(' '));
