CREATE TABLE "class_photos" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"file_hash" text NOT NULL,
	"preview_hash" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"faces" boolean NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stored_files" (
	"hash" text PRIMARY KEY NOT NULL,
	"content" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "class_photos" ADD CONSTRAINT "class_photos_session_id_class_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."class_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_photos" ADD CONSTRAINT "class_photos_added_by_accounts_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "class_photos_file" ON "class_photos" USING btree ("session_id","file_hash");--> statement-breakpoint
CREATE INDEX "class_photos_hash" ON "class_photos" USING btree ("file_hash");--> statement-breakpoint
CREATE INDEX "class_photos_preview" ON "class_photos" USING btree ("preview_hash");