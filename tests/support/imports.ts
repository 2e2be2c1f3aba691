import { runImports } from '../../src/assign/imports/work.ts';
import { pathTables } from '../../src/place-moves.ts';
import type { TestApp } from './index.ts';

/** Does in the background what waits of spreadsheets, as a process of the house would; how many steps that were. */
export const importsRun = ({ house }: Pick<TestApp, 'house'>): Promise<number> =>
	runImports({ ...house, paths: pathTables });
