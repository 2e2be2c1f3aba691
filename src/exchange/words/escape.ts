/** Plain words as Markdown that shows just them. */
export function escapeMarkdown(text: string): string {
	return text
		.split(/((?:https?:\/\/|www\.)[^\s<]+)/)
		.map((part, i) => (i % 2 === 1 ? part : escapeWords(part)))
		.join('');
}

function escapeWords(text: string): string {
	return text
		.replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
		.replace(/[*`[\]]/g, '\\$&')
		.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
		.replace(/~(?=~)|(?<=~)~/g, '\\~')
		.replace(/<(?=[a-z/!?])/gi, '\\<')
		.replace(/&(?=#?\w+;)/g, '&amp;')
		.replaceAll('=>', '=&gt;');
}

/** A line that must not begin a list, a heading, an entry of a question or anything else. */
export function escapeStart(line: string): string {
	return line.replace(/^(\s*)(?=[#>+\-=~|]|:{2,})/, '$1\\').replace(/^(\s*\d+\s*)(?=[.)/-])/, '$1\\');
}
