ALTER TABLE "completion_records" ADD COLUMN "status_index" integer;--> statement-breakpoint
CREATE UNIQUE INDEX "completion_records_status" ON "completion_records" USING btree ("status_index");--> statement-breakpoint
CREATE INDEX "completion_records_withdrawn" ON "completion_records" USING btree ("withdrawn_at");