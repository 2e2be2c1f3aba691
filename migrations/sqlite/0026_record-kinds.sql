DROP INDEX `completion_records_attempt`;--> statement-breakpoint
ALTER TABLE `completion_records` ADD `kind` text DEFAULT 'course' NOT NULL;--> statement-breakpoint
ALTER TABLE `completion_records` ADD `assurance` text;--> statement-breakpoint
ALTER TABLE `completion_records` ADD `replaces` text;--> statement-breakpoint
ALTER TABLE `completion_records` ADD `replaced_by` text;--> statement-breakpoint
CREATE UNIQUE INDEX `completion_records_given` ON `completion_records` (`attempt_id`,`kind`,`course_id`) WHERE replaced_by is null;