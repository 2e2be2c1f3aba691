CREATE TABLE `answers` (
	`attempt_id` text NOT NULL,
	`question_id` text NOT NULL,
	`option_id` text NOT NULL,
	`correct` integer NOT NULL,
	`answered_at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `question_id`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`course_id` text NOT NULL,
	`course_hash` text NOT NULL,
	`course_version` integer NOT NULL,
	`purpose` text NOT NULL,
	`seed` text NOT NULL,
	`questions` text NOT NULL,
	`total` integer NOT NULL,
	`pass_percent` integer NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`score` integer,
	`passed` integer,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_one_open` ON `attempts` (`learner_id`,`course_id`) WHERE finished_at is null;--> statement-breakpoint
CREATE INDEX `attempts_learner` ON `attempts` (`learner_id`,`course_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `content_items` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`lang` text NOT NULL,
	`space` text NOT NULL,
	`base_hash` text,
	`source` text NOT NULL,
	`compiled` text NOT NULL,
	`compiled_hash` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `content_items_id` ON `content_items` (`kind`,`id`);--> statement-breakpoint
CREATE INDEX `content_items_base` ON `content_items` (`base_hash`);--> statement-breakpoint
CREATE TABLE `releases` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`manifest` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `releases_newest` ON `releases` (`created_at`);--> statement-breakpoint
CREATE TABLE `completion_records` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`learner_id` text NOT NULL,
	`attempt_id` text NOT NULL,
	`course_id` text NOT NULL,
	`course_version` integer NOT NULL,
	`course_hash` text NOT NULL,
	`course_title` text NOT NULL,
	`skills` text NOT NULL,
	`name` text NOT NULL,
	`score` integer NOT NULL,
	`total` integer NOT NULL,
	`pass_percent` integer NOT NULL,
	`completed_at` integer NOT NULL,
	`issued_at` integer NOT NULL,
	`key_id` text NOT NULL,
	`canonical_text` text NOT NULL,
	`signature` text NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawn_reason` text,
	`simulated` integer NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`key_id`) REFERENCES `signing_keys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `completion_records_code_unique` ON `completion_records` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `completion_records_attempt` ON `completion_records` (`attempt_id`);--> statement-breakpoint
CREATE INDEX `completion_records_learner` ON `completion_records` (`learner_id`,`issued_at`);--> statement-breakpoint
CREATE TABLE `record_offers` (
	`attempt_id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`course_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`record_code` text,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`record_code`) REFERENCES `completion_records`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `record_offers_learner` ON `record_offers` (`learner_id`,`record_code`);--> statement-breakpoint
CREATE TABLE `signing_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`name` text NOT NULL,
	`name_sort` text NOT NULL,
	`name_folded` text NOT NULL,
	`birth_year` integer NOT NULL,
	`place_id` text,
	`place_path` text,
	`phone` text,
	`username` text,
	`password_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_learner` ON `accounts` (`learner_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_username` ON `accounts` (`username`);--> statement-breakpoint
CREATE INDEX `accounts_phone` ON `accounts` (`phone`);--> statement-breakpoint
CREATE INDEX `accounts_place` ON `accounts` (`place_path`);--> statement-breakpoint
CREATE INDEX `accounts_list` ON `accounts` (`name_sort`,`id`);--> statement-breakpoint
CREATE TABLE `devices` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `devices_learner` ON `devices` (`learner_id`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`granted_by` text,
	`granted_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`granted_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grants_account` ON `grants` (`account_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `grants_place` ON `grants` (`role`,`place_path`,`ended_at`);--> statement-breakpoint
CREATE TABLE `learners` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`merged_into` text,
	`merged_at` integer,
	FOREIGN KEY (`merged_into`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `learners_merged` ON `learners` (`merged_into`);--> statement-breakpoint
CREATE TABLE `reopenings` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`made_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reopenings_account` ON `reopenings` (`account_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer NOT NULL,
	`ended_at` integer,
	`used_generation` integer NOT NULL,
	`used_token_id` text NOT NULL,
	`declined_learner_id` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_account` ON `sessions` (`account_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `setup_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`identifier_hash` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`window_start` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_failures_window` ON `sign_in_failures` (`window_start`);--> statement-breakpoint
CREATE TABLE `check_answers` (
	`learner_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`question_id` text NOT NULL,
	`course_id` text NOT NULL,
	`question_hash` text NOT NULL,
	`option_id` text NOT NULL,
	`correct` integer NOT NULL,
	`ever_correct` integer NOT NULL,
	`answered_at` integer NOT NULL,
	`time_source` text NOT NULL,
	`way` text NOT NULL,
	`first_answered_at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `lesson_id`, `question_id`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lesson_progress` (
	`learner_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`course_id` text NOT NULL,
	`lesson_hash` text NOT NULL,
	`state` text NOT NULL,
	`opened_at` integer,
	`opened_source` text NOT NULL,
	`completed_at` integer,
	`pace` text,
	`declared_way` text,
	`extra_question_ids` text NOT NULL,
	`last_answered_at` integer NOT NULL,
	PRIMARY KEY(`learner_id`, `lesson_id`),
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lesson_progress_last` ON `lesson_progress` (`learner_id`,`last_answered_at`);--> statement-breakpoint
CREATE TABLE `place_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`address` text,
	`hours` text,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `place_contacts_place` ON `place_contacts` (`place_id`);--> statement-breakpoint
CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_sort` text NOT NULL,
	`folded` text NOT NULL,
	`local_kind` text NOT NULL,
	`parent_id` text,
	`path` text NOT NULL,
	`valid_from` text,
	`valid_to` text,
	`sample` integer NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `places_path` ON `places` (`path`);--> statement-breakpoint
CREATE INDEX `places_list` ON `places` (`parent_id`,`name_sort`,`id`);--> statement-breakpoint
CREATE INDEX `places_search` ON `places` (`name_sort`,`id`);--> statement-breakpoint
CREATE TABLE `facts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`payload` text NOT NULL,
	`recorded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reactions` (
	`fact_id` text NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	`failure` text,
	PRIMARY KEY(`fact_id`, `name`),
	FOREIGN KEY (`fact_id`) REFERENCES `facts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reactions_due` ON `reactions` (`status`,`due_at`);