ALTER TABLE "answers" ADD COLUMN "response" jsonb;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "points" integer;