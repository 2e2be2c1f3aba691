/** What was filled in at a question: everything in its form but what the form itself carries. */
export function responseIn(form: FormData): Record<string, string[]> {
	const response: Record<string, string[]> = {};
	for (const [name, value] of form) {
		if (name === 'question' || typeof value !== 'string' || value.trim() === '') continue;
		response[name] = [...(response[name] ?? []), value.trim()];
	}
	return response;
}
