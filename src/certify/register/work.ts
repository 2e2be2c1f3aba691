import { openDeliveries, type Deliveries } from './deliver.ts';
import { openReconciling } from './reconcile.ts';
import type { RegisterHouse } from './register-house.ts';

/** All that goes on between this site and the national register. */
export interface RegisterWork extends Deliveries {
	/** Does the comparisons that were asked for. */
	runAsked(): Promise<boolean>;
	start(): void;
	stop(): Promise<void>;
}

export function openRegisterWork(house: RegisterHouse): RegisterWork {
	const deliveries = openDeliveries(house);
	const reconciling = openReconciling(house);
	return {
		runDue: deliveries.runDue,
		runAsked: reconciling.runAsked,
		get resting() {
			return deliveries.resting;
		},
		start() {
			if (!house.nationalRegister) return;
			deliveries.start();
			reconciling.start();
		},
		stop: async () => void (await Promise.all([deliveries.stop(), reconciling.stop()]))
	};
}
