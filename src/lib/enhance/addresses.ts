import { all } from './page.ts';

/** Of addresses from QR codes only what is before the `#` is sent: the signed text behind it is for the browser alone. */
export function keepAddressesPlain(): void {
	for (const box of all('[data-plain-addresses]') as HTMLTextAreaElement[])
		box.addEventListener('input', () => {
			const plain = box.value.replace(/#[\w-]+/g, '');
			if (plain !== box.value) box.value = plain;
		});
}
