CREATE TABLE "allowances" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"open_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP TABLE "sign_in_failures" CASCADE;--> statement-breakpoint
CREATE INDEX "allowances_ends" ON "allowances" USING btree ("ends_at");