ALTER TABLE `attempts` ADD `test_id` text;--> statement-breakpoint
ALTER TABLE `attempts` ADD `closes_at` integer;--> statement-breakpoint
ALTER TABLE `attempts` ADD `paused_at` integer;--> statement-breakpoint
ALTER TABLE `attempts` ADD `sitting_id` text;--> statement-breakpoint
ALTER TABLE `attempts` ADD `assurance` text;--> statement-breakpoint
ALTER TABLE `attempts` ADD `void_reason` text;--> statement-breakpoint
ALTER TABLE `attempts` ADD `level` integer;--> statement-breakpoint
ALTER TABLE `attempts` ADD `ability` integer;--> statement-breakpoint
ALTER TABLE `attempts` ADD `ability_error` integer;