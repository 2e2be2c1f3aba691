ALTER TABLE "attempts" ADD COLUMN "test_id" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "closes_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "paused_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "sitting_id" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "assurance" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "void_reason" text;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "level" integer;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "ability" integer;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "ability_error" integer;