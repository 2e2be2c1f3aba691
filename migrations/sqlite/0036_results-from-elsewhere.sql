CREATE TABLE `elsewhere_results` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`learner_id` text NOT NULL,
	`same_key` text NOT NULL,
	`platform` text NOT NULL,
	`platform_name` text NOT NULL,
	`what` text NOT NULL,
	`day` text NOT NULL,
	`evidence` text NOT NULL,
	`source` text NOT NULL,
	`by_place_id` text NOT NULL,
	`entered_at` integer NOT NULL,
	`taken_at` integer,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `elsewhere_results_learner` ON `elsewhere_results` (`learner_id`,`same_key`);--> statement-breakpoint
CREATE INDEX `elsewhere_results_batch` ON `elsewhere_results` (`batch_id`);