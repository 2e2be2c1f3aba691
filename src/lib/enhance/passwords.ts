/** Shows and hides what is typed into a password box; the button only appears where this script runs. */
export function showPasswords(): void {
	for (const button of document.querySelectorAll<HTMLButtonElement>('[data-show-password]')) {
		const input = document.querySelector<HTMLInputElement>(`#${CSS.escape(button.dataset['showPassword'] ?? '')}`);
		if (!input) continue;
		button.hidden = false;
		button.addEventListener('click', () => {
			const show = input.type === 'password';
			input.type = show ? 'text' : 'password';
			const label = button.querySelector('span');
			if (label) label.textContent = (show ? button.dataset['hide'] : button.dataset['show']) ?? '';
			button.setAttribute('aria-pressed', String(show));
			input.focus();
		});
	}
}
