CREATE TABLE `help_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`writer_id` text NOT NULL,
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`at` integer NOT NULL,
	`minutes` integer NOT NULL,
	`household` text,
	`helped_id` text,
	`did` text,
	`procedure` text,
	`procedure_words` text,
	`alone` integer,
	`course_id` text,
	`lesson_id` text,
	`next_time` text,
	`written_at` integer NOT NULL,
	`changed_at` integer,
	`struck_at` integer,
	FOREIGN KEY (`writer_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helped_id`) REFERENCES `helped_learners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `help_entries_place` ON `help_entries` (`place_path`,`at`);--> statement-breakpoint
CREATE INDEX `help_entries_writer` ON `help_entries` (`writer_id`,`at`);--> statement-breakpoint
CREATE INDEX `help_entries_helped` ON `help_entries` (`helped_id`);--> statement-breakpoint
CREATE TABLE `team_invitations` (
	`code_mark` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `team_invitations_team` ON `team_invitations` (`team_id`);--> statement-breakpoint
CREATE TABLE `team_members` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`account_id` text NOT NULL,
	`sponsor` text NOT NULL,
	`sponsor_words` text,
	`area` text,
	`phone` text,
	`lead` integer NOT NULL,
	`joined_on` text NOT NULL,
	`left_on` text,
	`grant_id` text,
	`invited_by` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `team_members_team` ON `team_members` (`team_id`);--> statement-breakpoint
CREATE INDEX `team_members_account` ON `team_members` (`account_id`);--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_sort` text NOT NULL,
	`name_folded` text NOT NULL,
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `teams_name` ON `teams` (`place_id`,`name_folded`);--> statement-breakpoint
CREATE INDEX `teams_place` ON `teams` (`place_path`);--> statement-breakpoint
CREATE INDEX `teams_list` ON `teams` (`name_sort`,`id`);--> statement-breakpoint
ALTER TABLE `class_sessions` ADD `minutes` integer;