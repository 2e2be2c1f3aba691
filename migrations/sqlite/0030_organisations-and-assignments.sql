CREATE TABLE `assignment_deadlines` (
	`assignment_id` text NOT NULL,
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`due_on` text NOT NULL,
	`reason` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	PRIMARY KEY(`assignment_id`, `place_id`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `assignment_items` (
	`assignment_id` text NOT NULL,
	`position` integer NOT NULL,
	`subject` text NOT NULL,
	`programme` text,
	PRIMARY KEY(`assignment_id`, `subject`),
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `assignment_targets` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`kind` text NOT NULL,
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`position` text,
	`learner_id` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignment_targets_of` ON `assignment_targets` (`assignment_id`);--> statement-breakpoint
CREATE INDEX `assignment_targets_path` ON `assignment_targets` (`place_path`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`title` text NOT NULL,
	`reason` text NOT NULL,
	`document` text,
	`required` integer NOT NULL,
	`starts_on` text NOT NULL,
	`due_on` text NOT NULL,
	`final_on` text NOT NULL,
	`grace_days` integer NOT NULL,
	`pass_percent` integer,
	`renew_months` integer,
	`test_alone` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`sent_by` text,
	`sent_at` integer,
	`withdrawn_at` integer,
	`withdrawn_reason` text,
	`reached_to` text,
	`leased_until` integer,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignments_place` ON `assignments` (`place_path`,`state`);--> statement-breakpoint
CREATE INDEX `assignments_state` ON `assignments` (`state`);--> statement-breakpoint
CREATE TABLE `duties` (
	`id` text PRIMARY KEY NOT NULL,
	`assignment_id` text NOT NULL,
	`subject` text NOT NULL,
	`learner_id` text NOT NULL,
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`round` integer NOT NULL,
	`given_at` integer NOT NULL,
	`starts_on` text NOT NULL,
	`due_on` text NOT NULL,
	`required` integer NOT NULL,
	`state` text NOT NULL,
	`settled_at` integer,
	`attempt_id` text,
	`percent` integer,
	`valid_until` text,
	`reason` text,
	`evidence` text,
	`settled_by` text,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `duties_once` ON `duties` (`assignment_id`,`subject`,`learner_id`,`round`);--> statement-breakpoint
CREATE INDEX `duties_learner` ON `duties` (`learner_id`,`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `duties_subject` ON `duties` (`subject`,`learner_id`);--> statement-breakpoint
CREATE INDEX `duties_path` ON `duties` (`place_path`,`assignment_id`);--> statement-breakpoint
CREATE INDEX `duties_renew` ON `duties` (`state`,`valid_until`);--> statement-breakpoint
CREATE TABLE `import_rows` (
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`state` text NOT NULL,
	`cells` text NOT NULL,
	`problems` text NOT NULL,
	`made_id` text,
	PRIMARY KEY(`import_id`, `line`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_rows_state` ON `import_rows` (`import_id`,`state`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`by` text NOT NULL,
	`state` text NOT NULL,
	`rows` integer NOT NULL,
	`good` integer NOT NULL,
	`bad` integer NOT NULL,
	`done` integer NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`undone_at` integer,
	`leased_until` integer,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_place` ON `imports` (`place_path`,`started_at`);--> statement-breakpoint
CREATE INDEX `imports_state` ON `imports` (`state`);--> statement-breakpoint
CREATE TABLE `join_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`code` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `join_codes_code_unique` ON `join_codes` (`code`);--> statement-breakpoint
CREATE INDEX `join_codes_place` ON `join_codes` (`place_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`learner_id` text NOT NULL,
	`position` text,
	`joined_at` integer NOT NULL,
	`ended_at` integer,
	`ended_why` text,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_one` ON `memberships` (`place_id`,`learner_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `memberships_learner` ON `memberships` (`learner_id`,`ended_at`);--> statement-breakpoint
CREATE INDEX `memberships_path` ON `memberships` (`place_path`,`ended_at`);--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`kind` text NOT NULL,
	`things` integer NOT NULL,
	`once_key` text NOT NULL,
	`made_at` integer NOT NULL,
	`seen_at` integer,
	`email` text,
	`mail_state` text NOT NULL,
	`mail_tries` integer NOT NULL,
	`mail_due_at` integer,
	`mailed_at` integer,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reminders_once` ON `reminders` (`once_key`);--> statement-breakpoint
CREATE INDEX `reminders_learner` ON `reminders` (`learner_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `reminders_mail` ON `reminders` (`mail_state`,`mail_due_at`);--> statement-breakpoint
CREATE TABLE `staff_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`name` text NOT NULL,
	`name_sort` text NOT NULL,
	`name_folded` text NOT NULL,
	`birth_year` integer,
	`phone` text,
	`email` text,
	`position` text,
	`staff_number` text,
	`apart` text,
	`person_key` text NOT NULL,
	`learner_id` text,
	`matched_by` text,
	`matched_at` integer,
	`import_id` text,
	`added_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `staff_entries_list` ON `staff_entries` (`place_path`,`ended_at`,`name_sort`,`id`);--> statement-breakpoint
CREATE INDEX `staff_entries_person` ON `staff_entries` (`place_id`,`person_key`);--> statement-breakpoint
CREATE INDEX `staff_entries_phone` ON `staff_entries` (`phone`);--> statement-breakpoint
CREATE INDEX `staff_entries_learner` ON `staff_entries` (`learner_id`);--> statement-breakpoint
CREATE INDEX `staff_entries_import` ON `staff_entries` (`import_id`);--> statement-breakpoint
CREATE TABLE `place_names` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`local_kind` text NOT NULL,
	`official_code` text,
	`until` text,
	`document` text,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `place_names_place` ON `place_names` (`place_id`);--> statement-breakpoint
CREATE INDEX `place_names_folded` ON `place_names` (`folded`);--> statement-breakpoint
ALTER TABLE `places` ADD `official_code` text;--> statement-breakpoint
ALTER TABLE `places` ADD `organisation_kind` text;--> statement-breakpoint
ALTER TABLE `places` ADD `sector` text;--> statement-breakpoint
ALTER TABLE `places` ADD `answers_to` text REFERENCES places(id);--> statement-breakpoint
ALTER TABLE `places` ADD `grade` integer;--> statement-breakpoint
ALTER TABLE `places` ADD `school_year` text;--> statement-breakpoint
CREATE INDEX `places_code` ON `places` (`official_code`);--> statement-breakpoint
CREATE INDEX `places_line` ON `places` (`answers_to`);--> statement-breakpoint
CREATE INDEX `places_sector` ON `places` (`sector`,`path`);