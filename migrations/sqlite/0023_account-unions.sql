CREATE TABLE `account_unions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`other_id` text NOT NULL,
	`other_name` text NOT NULL,
	`united_at` integer NOT NULL,
	`joined` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_unions_account` ON `account_unions` (`account_id`,`united_at`);--> statement-breakpoint
CREATE INDEX `account_unions_other` ON `account_unions` (`other_id`);--> statement-breakpoint
CREATE INDEX `account_unions_at` ON `account_unions` (`united_at`);