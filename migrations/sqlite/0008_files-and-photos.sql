CREATE TABLE `class_photos` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`file_hash` text NOT NULL,
	`preview_hash` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`faces` integer NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `class_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `class_photos_file` ON `class_photos` (`session_id`,`file_hash`);--> statement-breakpoint
CREATE INDEX `class_photos_hash` ON `class_photos` (`file_hash`);--> statement-breakpoint
CREATE INDEX `class_photos_preview` ON `class_photos` (`preview_hash`);--> statement-breakpoint
CREATE TABLE `stored_files` (
	`hash` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`kept_at` integer NOT NULL
);
