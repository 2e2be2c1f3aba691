/** The pieces of a lesson in the order they are read: headings, paragraphs, list items, questions with their choices. */
export function passages(article: HTMLElement): HTMLElement[] {
	const pieces = 'h1,h2,h3,h4,p,li,figcaption,td,th,.option > span';
	return [...article.querySelectorAll<HTMLElement>(pieces)].filter(
		(piece) =>
			piece.innerText.trim() !== '' &&
			!piece.closest('[hidden],[data-unread],.tag,.buttons,details:not([open])') &&
			!piece.querySelector(pieces) &&
			piece.getClientRects().length > 0
	);
}
