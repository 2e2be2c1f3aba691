import type { House } from '../../platform/house.ts';
import type { Provider } from './provider.ts';
import { ProviderTrouble } from './provider.ts';
import { notOffered, troubles } from './refusals.ts';

/** What signing in through the provider needs: the house, and the provider where one is configured. */
export interface VneidHouse extends House {
	readonly provider: Provider | null;
}

/** The provider, where it may be used: one that says that it is a stand-in only where stand-ins are allowed. */
async function usableProvider({ provider, config }: VneidHouse): Promise<Provider> {
	if (!provider) throw notOffered();
	if (!config.standInsAllowed && (await provider.simulated())) throw notOffered();
	return provider;
}

/** What the log says of it. */
export const brokenOff = 'a sign-in through the provider did not come to its end';

/** What the provider does, with its troubles told as refusals and noted without a word about the person. */
export async function withProvider<T>(house: VneidHouse, work: (provider: Provider) => Promise<T>): Promise<T> {
	try {
		return await work(await usableProvider(house));
	} catch (error) {
		if (!(error instanceof ProviderTrouble)) throw error;
		const { trouble, why } = error;
		house.log.warn({ trouble, why }, brokenOff);
		throw troubles[trouble]();
	}
}
