import { expect, it } from 'vitest';

it('fails, so that it is seen that this is told', () => expect(1).toBe(2));
