ALTER TABLE "imports" ADD COLUMN "file_hash" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "fault" jsonb;--> statement-breakpoint
CREATE INDEX "import_rows_made" ON "import_rows" USING btree ("import_id","made_id");--> statement-breakpoint
CREATE INDEX "places_merged" ON "places" USING btree ("merged_into");