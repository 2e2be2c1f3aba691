CREATE TABLE `attendance_ticks` (
	`attendance_id` text NOT NULL,
	`taker` text NOT NULL,
	`way` text NOT NULL,
	`mark` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`attendance_id`, `taker`),
	FOREIGN KEY (`attendance_id`) REFERENCES `attendances`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `attendances` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`learner_id` text,
	`name` text,
	`birth_year` integer,
	`person_key` text NOT NULL,
	`first_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `class_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attendances_person` ON `attendances` (`session_id`,`person_key`);--> statement-breakpoint
CREATE INDEX `attendances_learner` ON `attendances` (`learner_id`);--> statement-breakpoint
CREATE TABLE `class_rules` (
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`covers` text NOT NULL,
	`rhythm` text NOT NULL,
	`since` text NOT NULL,
	`minimum` integer,
	`minimum_by` text,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	PRIMARY KEY(`place_id`, `covers`),
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `class_rules_place` ON `class_rules` (`place_path`);--> statement-breakpoint
CREATE TABLE `class_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`starts_at` integer NOT NULL,
	`course_id` text,
	`lesson_id` text,
	`topic` text,
	`audience` text,
	`rhythm` text NOT NULL,
	`code` text NOT NULL,
	`next_time` text,
	`follows_id` text,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`cancelled_at` integer,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`follows_id`) REFERENCES `class_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `class_sessions_code` ON `class_sessions` (`code`);--> statement-breakpoint
CREATE INDEX `class_sessions_place` ON `class_sessions` (`place_path`,`starts_at`);--> statement-breakpoint
CREATE INDEX `class_sessions_starts` ON `class_sessions` (`starts_at`,`id`);--> statement-breakpoint
CREATE INDEX `class_sessions_follows` ON `class_sessions` (`follows_id`);