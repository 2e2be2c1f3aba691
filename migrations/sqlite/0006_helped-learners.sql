CREATE TABLE `helped_learners` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`name` text NOT NULL,
	`name_sort` text NOT NULL,
	`name_folded` text NOT NULL,
	`birth_year` integer NOT NULL,
	`apart` text,
	`household` text,
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`person_key` text NOT NULL,
	`consent_by` text NOT NULL,
	`guardian` text,
	`consent_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `helped_learners_learner` ON `helped_learners` (`learner_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `helped_learners_person` ON `helped_learners` (`place_id`,`person_key`);--> statement-breakpoint
CREATE INDEX `helped_learners_place` ON `helped_learners` (`place_path`);--> statement-breakpoint
CREATE INDEX `helped_learners_list` ON `helped_learners` (`name_sort`,`id`);--> statement-breakpoint
CREATE TABLE `learner_cards` (
	`id` text PRIMARY KEY NOT NULL,
	`helped_id` text NOT NULL,
	`code_mark` text NOT NULL,
	`pin_hash` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`last_used_at` integer,
	`locked_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`helped_id`) REFERENCES `helped_learners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `learner_cards_code` ON `learner_cards` (`code_mark`);--> statement-breakpoint
CREATE INDEX `learner_cards_helped` ON `learner_cards` (`helped_id`);--> statement-breakpoint
CREATE TABLE `card_sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`helped_by` text,
	`opened_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helped_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `card_sessions_learner` ON `card_sessions` (`learner_id`);--> statement-breakpoint
CREATE INDEX `card_sessions_ends` ON `card_sessions` (`ends_at`);--> statement-breakpoint
ALTER TABLE `attempts` ADD `helped` integer;--> statement-breakpoint
ALTER TABLE `completion_records` ADD `helped` integer;