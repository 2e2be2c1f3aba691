CREATE TABLE `paper_versions` (
	`paper_id` text NOT NULL,
	`number` integer NOT NULL,
	`code` text NOT NULL,
	`questions` text NOT NULL,
	PRIMARY KEY(`paper_id`, `number`),
	FOREIGN KEY (`paper_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `paper_versions_code` ON `paper_versions` (`code`);--> statement-breakpoint
CREATE TABLE `papers` (
	`id` text PRIMARY KEY NOT NULL,
	`course_id` text NOT NULL,
	`course_hash` text NOT NULL,
	`course_version` integer NOT NULL,
	`test_id` text,
	`purpose` text NOT NULL,
	`pass_percent` integer NOT NULL,
	`seed` text NOT NULL,
	`exam_questions` integer NOT NULL,
	`stages` text,
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `papers_place` ON `papers` (`place_path`,`made_at`);--> statement-breakpoint
ALTER TABLE `attempts` ADD `paper_code` text;--> statement-breakpoint
CREATE INDEX `attempts_paper` ON `attempts` (`paper_code`,`started_at`);