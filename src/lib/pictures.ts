import type { IconName } from './ui/icons.ts';

/** For those who don't read: each learner has a picture, always the same one on this device, beside her number. */
const pictures: readonly IconName[] = [
	...(['fish', 'flower', 'sun', 'tree', 'boat', 'bird', 'hat', 'moon'] as const),
	...(['cup', 'leaf', 'umbrella', 'home'] as const)
];

/** Of learners without an account from the first picture on, of cards from the last one back. */
export const pictureOf = (number: number): IconName => pictures[number % pictures.length] ?? 'book';
export const pictureOfCard = (number: number): IconName => pictureOf(pictures.length * number - number);
