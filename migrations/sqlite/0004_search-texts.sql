CREATE TABLE `search_texts` (
	`number` integer PRIMARY KEY NOT NULL,
	`item_hash` text NOT NULL,
	`part` text NOT NULL,
	`lang` text NOT NULL,
	`in_english` integer NOT NULL,
	`space` text NOT NULL,
	`made_from` text NOT NULL,
	`retired` integer NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`item_hash`) REFERENCES `content_items`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `search_texts_item` ON `search_texts` (`item_hash`);--> statement-breakpoint
CREATE INDEX `search_texts_space` ON `search_texts` (`space`);--> statement-breakpoint
-- Written by hand: the full-text index beside the texts, kept by the database itself.
CREATE VIRTUAL TABLE `search_texts_index` USING fts5(title, body, content='search_texts', content_rowid='number', tokenize='unicode61 remove_diacritics 0', prefix='1 2');
--> statement-breakpoint
CREATE TRIGGER `search_texts_added` AFTER INSERT ON `search_texts` BEGIN
	INSERT INTO `search_texts_index`(rowid, title, body) VALUES (new.number, new.title, new.body);
END;
--> statement-breakpoint
CREATE TRIGGER `search_texts_removed` AFTER DELETE ON `search_texts` BEGIN
	INSERT INTO `search_texts_index`(`search_texts_index`, rowid, title, body) VALUES ('delete', old.number, old.title, old.body);
END;
--> statement-breakpoint
CREATE TRIGGER `search_texts_changed` AFTER UPDATE OF title, body ON `search_texts` BEGIN
	INSERT INTO `search_texts_index`(`search_texts_index`, rowid, title, body) VALUES ('delete', old.number, old.title, old.body);
	INSERT INTO `search_texts_index`(rowid, title, body) VALUES (new.number, new.title, new.body);
END;
