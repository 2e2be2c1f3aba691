/** The directions of imports in the house, each with its reason. Checked by dependency-cruiser in `npm run check`. */
const rooms = [
	'places',
	'identity',
	'audit',
	'catalog',
	'learn',
	'assess',
	'exchange',
	'certify',
	'community',
	'assign',
	'privacy'
];

/** Rooms may only import rooms to their left. */
const leftToRight = rooms.map((room, position) => ({
	name: `${room}-imports-only-rooms-to-its-left`,
	comment: 'What is above may know what is below, never the other way round: facts carry news upwards.',
	severity: 'error',
	from: { path: `^src/${room}/` },
	to: { path: `^src/(${rooms.slice(position + 1).join('|') || 'nothing'})/` }
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		...leftToRight,
		{
			name: 'rooms-are-entered-by-the-door',
			comment: 'A room is free to change everything but its index.ts. Tables may name tables for foreign keys.',
			severity: 'error',
			from: { path: '^src/([^/]+)/' },
			to: {
				path: `^src/(${rooms.join('|')})/`,
				pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$', '^src/[^/]+/tables\\.ts$']
			}
		},
		{
			name: 'only-tables-import-foreign-tables',
			comment: 'Another room asks through the door; only a foreign key needs the table itself.',
			severity: 'error',
			from: { path: '^src/([^/]+)/', pathNot: ['/tables\\.ts$', '\\.test\\.ts$'] },
			to: { path: `^src/(${rooms.join('|')})/tables\\.ts$`, pathNot: '^src/$1/' }
		},
		{
			name: 'platform-knows-no-room',
			comment: 'Platform has no domain words.',
			severity: 'error',
			from: { path: '^src/platform/' },
			to: { path: `^src/(${rooms.join('|')}|routes|lib)/` }
		},
		{
			name: 'pages-take-only-types-from-rooms',
			comment: 'Pages reach data through the API, never a query.',
			severity: 'error',
			from: { path: '^src/(routes|lib)/' },
			to: { path: `^src/(${rooms.join('|')})/`, dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'nothing-imports-main',
			comment: 'main.ts is where everything comes together, and the end of the road.',
			severity: 'error',
			from: {},
			to: { path: '^src/main\\.ts$' }
		},
		{
			name: 'no-cycles',
			comment: 'A cycle has no beginning to read from.',
			severity: 'error',
			from: {},
			to: { circular: true }
		},
		{
			name: 'no-orphans',
			comment: 'A file that nothing uses is not needed.',
			severity: 'error',
			from: {
				orphan: true,
				pathNot: [
					'\\.test\\.ts$',
					'^src/(routes|lib)/',
					'^src/hooks',
					'\\.d\\.ts$',
					'^src/main\\.ts$',
					'^src/commands/',
					'^src/[^/]+/tables\\.ts$',
					'\\.json$'
				]
			},
			to: {}
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: { extensions: ['.ts', '.js', '.svelte', '.json'] }
	}
};
