/**
 * Buttons that hand an address on: to what the phone has for that (Zalo, messages), or to its clipboard. They only appear
 * where this script runs and one of the two is there.
 */
export function offerSending(): void {
	for (const button of document.querySelectorAll<HTMLButtonElement>('[data-send]')) {
		const { send: url = '', sent = '' } = button.dataset;
		const share = 'share' in navigator;
		if (!share && !('clipboard' in navigator)) continue;
		button.hidden = false;
		button.addEventListener('click', () => {
			if (share) return void navigator.share({ url }).catch(() => undefined); // she thought better of it
			void navigator.clipboard.writeText(url).then(() => {
				const note = button.parentElement?.querySelector('[aria-live]');
				if (note) note.textContent = sent;
			});
		});
	}
}
