ALTER TABLE `answers` ADD `response` text;--> statement-breakpoint
ALTER TABLE `answers` ADD `points` integer;