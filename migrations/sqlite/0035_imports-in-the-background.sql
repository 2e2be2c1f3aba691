ALTER TABLE `imports` ADD `file_hash` text;--> statement-breakpoint
ALTER TABLE `imports` ADD `fault` text;--> statement-breakpoint
CREATE INDEX `import_rows_made` ON `import_rows` (`import_id`,`made_id`);--> statement-breakpoint
CREATE INDEX `places_merged` ON `places` (`merged_into`);