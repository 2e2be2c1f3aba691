CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text,
	`place_id` text NOT NULL,
	`place_path` text NOT NULL,
	`assignment_id` text,
	`writer_id` text,
	`role` text NOT NULL,
	`text` text NOT NULL,
	`written_at` integer NOT NULL,
	`withdrawn_at` integer,
	`waiting` integer NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignment_id`) REFERENCES `assignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`writer_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comments_place` ON `comments` (`place_path`,`waiting`);--> statement-breakpoint
CREATE INDEX `comments_thread` ON `comments` (`thread_id`);--> statement-breakpoint
CREATE INDEX `comments_writer` ON `comments` (`writer_id`);