CREATE TABLE `confirmations` (
	`record_code` text PRIMARY KEY NOT NULL,
	`line` text NOT NULL,
	`place_path` text NOT NULL,
	`state` text NOT NULL,
	`message_id` text NOT NULL,
	`subject_mark` text,
	`simulated` integer NOT NULL,
	`requested_at` integer NOT NULL,
	`submitted_at` integer,
	`settled_at` integer,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `confirmations_line` ON `confirmations` (`line`);--> statement-breakpoint
CREATE TABLE `mismatches` (
	`id` text PRIMARY KEY NOT NULL,
	`reconciliation_id` text NOT NULL,
	`record_code` text NOT NULL,
	`place_path` text NOT NULL,
	`here` text,
	`there` text,
	`someone_else` integer NOT NULL,
	`remedy` text,
	`reason` text,
	`settled_by` text,
	`settled_at` integer,
	FOREIGN KEY (`reconciliation_id`) REFERENCES `reconciliations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mismatches_reconciliation` ON `mismatches` (`reconciliation_id`,`record_code`);--> statement-breakpoint
CREATE INDEX `mismatches_record` ON `mismatches` (`record_code`);--> statement-breakpoint
CREATE TABLE `reconciliations` (
	`id` text PRIMARY KEY NOT NULL,
	`asked_by` text,
	`asked_at` integer NOT NULL,
	`leased_to` integer,
	`finished_at` integer,
	`here` integer,
	`there` integer,
	`same` integer,
	`differing` integer,
	`fault` text
);
--> statement-breakpoint
CREATE INDEX `reconciliations_finished` ON `reconciliations` (`finished_at`,`asked_at`);--> statement-breakpoint
CREATE TABLE `register_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`record_code` text NOT NULL,
	`line` text NOT NULL,
	`number` integer NOT NULL,
	`act` text NOT NULL,
	`replaced_by` text,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`failures` integer NOT NULL,
	`due_at` integer NOT NULL,
	`fault` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `register_messages_line` ON `register_messages` (`line`,`number`);--> statement-breakpoint
CREATE INDEX `register_messages_due` ON `register_messages` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `register_messages_record` ON `register_messages` (`record_code`);