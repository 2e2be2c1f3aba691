CREATE TABLE "confirmations" (
	"record_code" text PRIMARY KEY NOT NULL,
	"line" text NOT NULL,
	"place_path" text NOT NULL,
	"state" text NOT NULL,
	"message_id" text NOT NULL,
	"subject_mark" text,
	"simulated" boolean NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "mismatches" (
	"id" text PRIMARY KEY NOT NULL,
	"reconciliation_id" text NOT NULL,
	"record_code" text NOT NULL,
	"place_path" text NOT NULL,
	"here" text,
	"there" text,
	"someone_else" boolean NOT NULL,
	"remedy" text,
	"reason" text,
	"settled_by" text,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "reconciliations" (
	"id" text PRIMARY KEY NOT NULL,
	"asked_by" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"leased_to" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"here" integer,
	"there" integer,
	"same" integer,
	"differing" integer,
	"fault" text
);
--> statement-breakpoint
CREATE TABLE "register_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"record_code" text NOT NULL,
	"line" text NOT NULL,
	"number" integer NOT NULL,
	"act" text NOT NULL,
	"replaced_by" text,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"failures" integer NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"fault" text
);
--> statement-breakpoint
ALTER TABLE "mismatches" ADD CONSTRAINT "mismatches_reconciliation_id_reconciliations_id_fk" FOREIGN KEY ("reconciliation_id") REFERENCES "public"."reconciliations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "confirmations_line" ON "confirmations" USING btree ("line");--> statement-breakpoint
CREATE INDEX "mismatches_reconciliation" ON "mismatches" USING btree ("reconciliation_id","record_code");--> statement-breakpoint
CREATE INDEX "mismatches_record" ON "mismatches" USING btree ("record_code");--> statement-breakpoint
CREATE INDEX "reconciliations_finished" ON "reconciliations" USING btree ("finished_at","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "register_messages_line" ON "register_messages" USING btree ("line","number");--> statement-breakpoint
CREATE INDEX "register_messages_due" ON "register_messages" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "register_messages_record" ON "register_messages" USING btree ("record_code");