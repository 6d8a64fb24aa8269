CREATE TABLE "action" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit" text NOT NULL,
	"title" text NOT NULL,
	"cause" jsonb,
	"owner" uuid,
	"owner_name" text NOT NULL,
	"due" date NOT NULL,
	"state" text NOT NULL,
	"notes" jsonb NOT NULL,
	"changed" date NOT NULL,
	CONSTRAINT "action_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
ALTER TABLE "action" ADD CONSTRAINT "action_organisation_unit_unit_organisation_id_fk" FOREIGN KEY ("organisation","unit") REFERENCES "public"."unit"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "action" ADD CONSTRAINT "action_organisation_owner_person_organisation_id_fk" FOREIGN KEY ("organisation","owner") REFERENCES "public"."person"("organisation","id") ON DELETE set null ("owner") ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_organisation_unit_index" ON "action" USING btree ("organisation","unit");--> statement-breakpoint
-- Office: managers and HR add actions and note what came of them. None is taken back; an action goes with its unit.
GRANT SELECT, INSERT, UPDATE ON action TO chorus_office;
