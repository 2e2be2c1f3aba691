CREATE TABLE `recognised_names` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`learner_id` text NOT NULL,
	`name` text NOT NULL,
	`birth_year` integer,
	`recall` text NOT NULL,
	`said_by` text NOT NULL,
	`said_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `class_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`said_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recognised_names_session` ON `recognised_names` (`session_id`,`said_at`);--> statement-breakpoint
CREATE INDEX `recognised_names_learner` ON `recognised_names` (`learner_id`);--> statement-breakpoint
CREATE INDEX `recognised_names_age` ON `recognised_names` (`said_at`);