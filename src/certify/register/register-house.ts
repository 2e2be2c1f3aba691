import type { House } from '../../platform/house.ts';
import type { NationalRegister } from './national-register.ts';

/** What this part of the room needs of the house: the register where one is configured. */
export interface RegisterHouse extends House {
	readonly nationalRegister: NationalRegister | null;
}

/**
 * The register, where it may be used, and whether it is a stand-in: one that says so of itself is used only where
 * stand-ins are allowed. Rejects where it can't be asked.
 */
export async function usableRegister({
	nationalRegister: register,
	config
}: RegisterHouse): Promise<{ register: NationalRegister; standIn: boolean } | null> {
	if (!register) return null;
	const standIn = await register.isStandIn();
	return standIn && !config.standInsAllowed ? null : { register, standIn };
}
