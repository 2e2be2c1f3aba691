CREATE TABLE `record_shares` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`learner_id` text NOT NULL,
	`codes` text NOT NULL,
	`created_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `record_shares_token_unique` ON `record_shares` (`token`);--> statement-breakpoint
CREATE INDEX `record_shares_learner` ON `record_shares` (`learner_id`,`created_at`);