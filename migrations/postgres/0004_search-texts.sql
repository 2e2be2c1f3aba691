CREATE TABLE "search_texts" (
	"number" integer PRIMARY KEY NOT NULL,
	"item_hash" text NOT NULL,
	"part" text NOT NULL,
	"lang" text NOT NULL,
	"in_english" boolean NOT NULL,
	"space" text NOT NULL,
	"made_from" text NOT NULL,
	"retired" boolean NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_texts" ADD CONSTRAINT "search_texts_item_hash_content_items_hash_fk" FOREIGN KEY ("item_hash") REFERENCES "public"."content_items"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_texts_item" ON "search_texts" USING btree ("item_hash");--> statement-breakpoint
CREATE INDEX "search_texts_space" ON "search_texts" USING btree ("space");--> statement-breakpoint
-- Written by hand: the full-text index beside the texts, kept by the database itself. Without a list of pending entries
-- it answers equally fast right after many rows came in.
ALTER TABLE "search_texts" ADD COLUMN "title_words" tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, "title")) STORED;
--> statement-breakpoint
ALTER TABLE "search_texts" ADD COLUMN "all_words" tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, "title" || ' ' || "body")) STORED;
--> statement-breakpoint
CREATE INDEX "search_texts_title_words" ON "search_texts" USING gin ("title_words") WITH (fastupdate = off);
--> statement-breakpoint
CREATE INDEX "search_texts_all_words" ON "search_texts" USING gin ("all_words") WITH (fastupdate = off);
