/**
 * Shows a film's captions from the moment it plays. They are not switched on in the page itself, because a browser
 * then fetches them with the page, also for those who only read.
 */
export function showCaptions(): void {
	for (const film of document.querySelectorAll('video')) {
		const show = () => {
			for (const track of film.textTracks) if (track.kind === 'captions') track.mode = 'showing';
		};
		film.addEventListener('play', show, { once: true });
	}
}
