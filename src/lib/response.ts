/** What a form carries besides what was filled in. */
const isOfForm = new Set(['question', 'dontKnow', 'whose', 'turn']);

/** What was filled in at a question: everything in its form but what the form itself carries. */
export function responseIn(form: FormData): Record<string, string[]> {
	const response: Record<string, string[]> = {};
	for (const [name, value] of form) {
		if (isOfForm.has(name) || typeof value !== 'string' || value.trim() === '') continue;
		response[name] = [...(response[name] ?? []), value.trim()];
	}
	return response;
}

/** The same where several questions share a form: the name of each field has its question's id before it. */
export function responsesIn(form: FormData): Map<string, Record<string, string[]>> {
	const responses = new Map<string, Record<string, string[]>>();
	for (const [name, value] of form) {
		const dot = name.indexOf('.');
		if (dot < 0 || typeof value !== 'string' || value.trim() === '') continue;
		const [questionId, field] = [name.slice(0, dot), name.slice(dot + 1)];
		const response = responses.get(questionId) ?? {};
		response[field] = [...(response[field] ?? []), value.trim()];
		responses.set(questionId, response);
	}
	return responses;
}
