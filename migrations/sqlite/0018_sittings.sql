CREATE TABLE `sitting_extensions` (
	`sitting_id` text NOT NULL,
	`key` text NOT NULL,
	`attempt_id` text,
	`minutes` integer NOT NULL,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	PRIMARY KEY(`sitting_id`, `key`),
	FOREIGN KEY (`sitting_id`) REFERENCES `sittings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sittings` (
	`id` text PRIMARY KEY NOT NULL,
	`test_id` text NOT NULL,
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`code` text NOT NULL,
	`retake_allowed` integer NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sittings_code` ON `sittings` (`code`);--> statement-breakpoint
CREATE INDEX `sittings_place` ON `sittings` (`place_path`,`opened_at`);--> statement-breakpoint
CREATE INDEX `sittings_opened` ON `sittings` (`opened_at`,`id`);--> statement-breakpoint
ALTER TABLE `attempts` ADD `sitter_name` text;--> statement-breakpoint
CREATE INDEX `attempts_sitting` ON `attempts` (`sitting_id`,`started_at`);