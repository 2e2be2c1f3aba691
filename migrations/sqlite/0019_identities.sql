CREATE TABLE `identities` (
	`account_id` text PRIMARY KEY NOT NULL,
	`issuer` text NOT NULL,
	`key_id` text NOT NULL,
	`number_hash` text NOT NULL,
	`subject_hash` text NOT NULL,
	`sealed` text NOT NULL,
	`name` text NOT NULL,
	`birth_date` text NOT NULL,
	`level` integer NOT NULL,
	`guardian` text,
	`simulated` integer NOT NULL,
	`consented_at` integer NOT NULL,
	`checked_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`key_id`) REFERENCES `identity_keys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_number` ON `identities` (`number_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `identities_subject` ON `identities` (`subject_hash`);--> statement-breakpoint
CREATE INDEX `identities_key` ON `identities` (`key_id`);--> statement-breakpoint
CREATE TABLE `identity_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `completion_records` ADD `name_checked` integer;