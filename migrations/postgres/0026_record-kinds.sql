DROP INDEX "completion_records_attempt";--> statement-breakpoint
ALTER TABLE "completion_records" ADD COLUMN "kind" text DEFAULT 'course' NOT NULL;--> statement-breakpoint
ALTER TABLE "completion_records" ADD COLUMN "assurance" text;--> statement-breakpoint
ALTER TABLE "completion_records" ADD COLUMN "replaces" text;--> statement-breakpoint
ALTER TABLE "completion_records" ADD COLUMN "replaced_by" text;--> statement-breakpoint
CREATE UNIQUE INDEX "completion_records_given" ON "completion_records" USING btree ("attempt_id","kind","course_id") WHERE replaced_by is null;