import { Compile } from 'typebox/schema';

/** As much of JSON Schema as the API describes itself with. */
export interface JsonSchema {
	type?: string;
	const?: unknown;
	enum?: unknown[];
	anyOf?: JsonSchema[];
	properties?: Record<string, JsonSchema>;
	required?: string[];
	items?: JsonSchema;
	minLength?: number;
	maxLength?: number;
	maxItems?: number;
	minimum?: number;
	maximum?: number;
	pattern?: string;
	format?: string;
}

interface Content {
	content?: Record<string, { schema: JsonSchema }>;
}

interface Operation {
	parameters?: { name: string; in: 'path' | 'query'; required?: boolean; schema: JsonSchema }[];
	requestBody?: Content & { required?: boolean };
	responses: Record<string, Content & { description?: string }>;
}

export interface OpenApi {
	paths: Record<string, Record<string, Operation>>;
}

export interface Described {
	/** `PUT /attempts/{id}/answers/{questionId}` */
	name: string;
	method: string;
	path: string;
	parameters: NonNullable<Operation['parameters']>;
	body: JsonSchema | null;
	/** Per documented status: whether a body is as promised; null where none is promised. */
	answers: Map<number, ((body: unknown) => boolean) | null>;
}

/** The routes of the API with what they take and promise, as its own description has them. */
export function describedRoutes({ paths }: OpenApi): Described[] {
	return Object.entries(paths)
		.filter(([path]) => path.startsWith('/api/'))
		.flatMap(([path, operations]) =>
			Object.entries(operations).map(([method, { parameters = [], requestBody, responses }]) => ({
				name: `${method.toUpperCase()} ${path.slice(4)}`,
				method: method.toUpperCase(),
				path,
				parameters,
				body: requestBody?.content?.['application/json']?.schema ?? null,
				answers: new Map(Object.entries(responses).map(([status, answer]) => [Number(status), checkOf(answer)]))
			}))
		);
}

function checkOf({ content }: Content): ((body: unknown) => boolean) | null {
	const schema = content?.['application/json']?.schema;
	if (!schema || schema.type === 'null') return null;
	const compiled = Compile(schema as Record<string, unknown>); // any JSON Schema will do
	return (body) => compiled.Check(body);
}
