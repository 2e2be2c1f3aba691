CREATE TABLE `allowances` (
	`key_hash` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`open_at` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `allowances_ends` ON `allowances` (`ends_at`);--> statement-breakpoint
DROP TABLE `sign_in_failures`;