CREATE TABLE `item_parameters` (
	`hash` text PRIMARY KEY NOT NULL,
	`a` integer NOT NULL,
	`b` integer NOT NULL,
	`a_error` integer,
	`b_error` integer NOT NULL,
	`answers` integer NOT NULL,
	`calibrated_at` integer NOT NULL,
	`run_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `item_parameters_run` ON `item_parameters` (`run_id`);