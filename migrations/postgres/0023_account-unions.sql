CREATE TABLE "account_unions" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"other_id" text NOT NULL,
	"other_name" text NOT NULL,
	"united_at" timestamp (3) with time zone NOT NULL,
	"joined" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account_unions" ADD CONSTRAINT "account_unions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_unions" ADD CONSTRAINT "account_unions_other_id_accounts_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_unions_account" ON "account_unions" USING btree ("account_id","united_at");--> statement-breakpoint
CREATE INDEX "account_unions_other" ON "account_unions" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "account_unions_at" ON "account_unions" USING btree ("united_at");