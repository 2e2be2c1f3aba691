/** A file that a form brought, or what was pasted instead, in base64 as the API takes it; empty where neither came. */
export async function sentFile(form: FormData, names: { file: string; text: string }): Promise<string> {
	const file = form.get(names.file);
	if (file instanceof File && file.size > 0) return base64Of(new Uint8Array(await file.arrayBuffer()));
	const text = form.get(names.text);
	return typeof text === 'string' && text.trim() !== '' ? base64Of(new TextEncoder().encode(text)) : '';
}

/** In the alphabet that forms and addresses carry as it is. */
function base64Of(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('base64url');
}
