CREATE TABLE "helped_merges" (
	"id" text PRIMARY KEY NOT NULL,
	"helped_id" text NOT NULL,
	"other_name" text NOT NULL,
	"other_place_path" text NOT NULL,
	"merged_by" text NOT NULL,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"joined" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "helped_merges" ADD CONSTRAINT "helped_merges_helped_id_helped_learners_id_fk" FOREIGN KEY ("helped_id") REFERENCES "public"."helped_learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helped_merges" ADD CONSTRAINT "helped_merges_merged_by_accounts_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "helped_merges_helped" ON "helped_merges" USING btree ("helped_id","merged_at");--> statement-breakpoint
CREATE INDEX "helped_merges_at" ON "helped_merges" USING btree ("merged_at");