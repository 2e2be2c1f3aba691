import type { Words } from '$lib/words.ts';
import type { FigureView } from '../../../certify/index.ts';

export const platforms: readonly FigureView['platform'][] = ['national-mooc', 'vneid', 'register', 'other'];
const countedKinds: readonly FigureView['counted'][] = ['registered', 'learnt', 'completed', 'confirmed'];

export const platformOptions = (t: Words['t']) =>
	platforms.map((value) => ({ value, label: t(`elsewhere.platform-${value}`) }));
export const countedOptions = (t: Words['t']) =>
	countedKinds.map((value) => ({ value, label: t(`elsewhere.counted-${value}`) }));

/** A platform in words, another one by its own name. */
export function platformIn(t: Words['t'], { platform, platformName }: Pick<FigureView, 'platform' | 'platformName'>) {
	return platformName || t(`elsewhere.platform-${platform}`);
}
