CREATE TABLE "sitting_extensions" (
	"sitting_id" text NOT NULL,
	"key" text NOT NULL,
	"attempt_id" text,
	"minutes" integer NOT NULL,
	"given_by" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sitting_extensions_sitting_id_key_pk" PRIMARY KEY("sitting_id","key")
);
--> statement-breakpoint
CREATE TABLE "sittings" (
	"id" text PRIMARY KEY NOT NULL,
	"test_id" text NOT NULL,
	"place_id" text NOT NULL,
	"place_path" text NOT NULL,
	"code" text NOT NULL,
	"retake_allowed" boolean NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "sitter_name" text;--> statement-breakpoint
ALTER TABLE "sitting_extensions" ADD CONSTRAINT "sitting_extensions_sitting_id_sittings_id_fk" FOREIGN KEY ("sitting_id") REFERENCES "public"."sittings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitting_extensions" ADD CONSTRAINT "sitting_extensions_given_by_accounts_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_opened_by_accounts_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sittings" ADD CONSTRAINT "sittings_closed_by_accounts_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sittings_code" ON "sittings" USING btree ("code");--> statement-breakpoint
CREATE INDEX "sittings_place" ON "sittings" USING btree ("place_path","opened_at");--> statement-breakpoint
CREATE INDEX "sittings_opened" ON "sittings" USING btree ("opened_at","id");--> statement-breakpoint
CREATE INDEX "attempts_sitting" ON "attempts" USING btree ("sitting_id","started_at");