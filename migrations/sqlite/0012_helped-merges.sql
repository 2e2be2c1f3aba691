CREATE TABLE `helped_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`helped_id` text NOT NULL,
	`other_name` text NOT NULL,
	`other_place_path` text NOT NULL,
	`merged_by` text NOT NULL,
	`merged_at` integer NOT NULL,
	`joined` text NOT NULL,
	FOREIGN KEY (`helped_id`) REFERENCES `helped_learners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `helped_merges_helped` ON `helped_merges` (`helped_id`,`merged_at`);--> statement-breakpoint
CREATE INDEX `helped_merges_at` ON `helped_merges` (`merged_at`);