CREATE TABLE "identities" (
	"account_id" text PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"key_id" text NOT NULL,
	"number_hash" text NOT NULL,
	"subject_hash" text NOT NULL,
	"sealed" text NOT NULL,
	"name" text NOT NULL,
	"birth_date" text NOT NULL,
	"level" integer NOT NULL,
	"guardian" text,
	"simulated" boolean NOT NULL,
	"consented_at" timestamp (3) with time zone NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "completion_records" ADD COLUMN "name_checked" boolean;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_key_id_identity_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "public"."identity_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "identities_number" ON "identities" USING btree ("number_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "identities_subject" ON "identities" USING btree ("subject_hash");--> statement-breakpoint
CREATE INDEX "identities_key" ON "identities" USING btree ("key_id");