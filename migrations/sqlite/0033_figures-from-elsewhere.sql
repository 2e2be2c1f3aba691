CREATE TABLE `elsewhere_figures` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`series` text NOT NULL,
	`version` integer NOT NULL,
	`platform` text NOT NULL,
	`platform_name` text NOT NULL,
	`counted` text NOT NULL,
	`group_code` text NOT NULL,
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`day` text NOT NULL,
	`number` integer NOT NULL,
	`source` text NOT NULL,
	`note` text NOT NULL,
	`by_place_id` text NOT NULL,
	`entered_at` integer NOT NULL,
	`struck_at` integer,
	`struck_reason` text,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `elsewhere_figures_series` ON `elsewhere_figures` (`series`,`version`);--> statement-breakpoint
CREATE INDEX `elsewhere_figures_place` ON `elsewhere_figures` (`place_path`,`id`);--> statement-breakpoint
CREATE INDEX `elsewhere_figures_batch` ON `elsewhere_figures` (`batch_id`);