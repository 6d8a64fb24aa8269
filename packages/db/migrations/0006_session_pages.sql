-- Sessions stood a row each in the order in which people signed in. They are not moved: everybody signs in once more.
DROP TABLE "session" CASCADE;--> statement-breakpoint
CREATE TABLE "session_page" (
	"organisation" uuid NOT NULL,
	"ends_on" date NOT NULL,
	"first" uuid NOT NULL,
	"ids" uuid[] NOT NULL,
	"people" uuid[] NOT NULL,
	"marks" integer[] NOT NULL,
	"marks_before" integer[] NOT NULL,
	CONSTRAINT "session_page_organisation_ends_on_first_pk" PRIMARY KEY("organisation","ends_on","first")
);
--> statement-breakpoint
ALTER TABLE "session_page" ADD CONSTRAINT "session_page_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- In the row itself, never moved to a side table: the numbers given there rise with every write and tell the order.
ALTER TABLE "session_page" ALTER COLUMN "ids" SET STORAGE PLAIN, ALTER COLUMN "people" SET STORAGE PLAIN,
	ALTER COLUMN "marks" SET STORAGE PLAIN, ALTER COLUMN "marks_before" SET STORAGE PLAIN;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON session_page TO chorus_office;--> statement-breakpoint
-- From now on a used link is deleted. Those that were marked as used stood in the order of their use.
DELETE FROM "sign_in_link" WHERE "used";--> statement-breakpoint
ALTER TABLE "sign_in_link" DROP COLUMN "used";
