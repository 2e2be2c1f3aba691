DROP INDEX `import_rows_state`;--> statement-breakpoint
ALTER TABLE `import_rows` ADD `part` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `import_rows` SET `part` = json_extract(`cells`, '$.placeId') WHERE `state` = 'good' AND json_extract(`cells`, '$.placeId') IS NOT NULL;--> statement-breakpoint
CREATE INDEX `import_rows_turn` ON `import_rows` (`import_id`,`state`,`part`,`line`);