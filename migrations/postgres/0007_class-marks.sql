CREATE TABLE "class_marks" (
	"attendance_id" text NOT NULL,
	"course_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"question_id" text NOT NULL,
	"taker" text NOT NULL,
	"mark" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "class_marks_attendance_id_lesson_id_question_id_taker_pk" PRIMARY KEY("attendance_id","lesson_id","question_id","taker")
);
--> statement-breakpoint
ALTER TABLE "class_marks" ADD CONSTRAINT "class_marks_attendance_id_attendances_id_fk" FOREIGN KEY ("attendance_id") REFERENCES "public"."attendances"("id") ON DELETE no action ON UPDATE no action;