import { AjvCompiler, type BuildCompilerFromPool } from '@fastify/ajv-compiler';
import { SerializerSelector, type SerializerFactory } from '@fastify/fast-json-stringify-compiler';

const validators = AjvCompiler();
const serializers = SerializerSelector();
const known = new Map<string, unknown>();

/**
 * Fastify's own compilers, each schema compiled once in this process. The refusals alone stand in nearly every route
 * under half a dozen statuses; compiled anew each time they were most of what a server needs to be ready.
 */
export const compiledOnce: { buildValidator: BuildCompilerFromPool; buildSerializer: SerializerFactory } = {
	buildValidator(external, options) {
		const compile = validators(external, options);
		return (route) => once(['validator', external, options, schemaOf(route)], () => compile(route));
	},
	buildSerializer(external, options) {
		const compile = serializers(external, options);
		return (route) => once(['serializer', external, options, route.schema], () => compile(route));
	}
};

/** What comes is the part of a route that the schema stands for; the compiler's types say it is the schema itself. */
const schemaOf = (route: unknown) => (route as { schema: unknown }).schema;

/** What is made from the same words is the same; both compilers' functions are called and read in one go. */
function once<Made>(what: readonly unknown[], make: () => Made): Made {
	const key = JSON.stringify(what);
	const made = (known.get(key) as Made | undefined) ?? make();
	known.set(key, made);
	return made;
}
