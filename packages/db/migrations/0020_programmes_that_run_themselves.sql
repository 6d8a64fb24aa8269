CREATE TABLE "instrument" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "instrument_organisation_id_version_pk" PRIMARY KEY("organisation","id","version")
);
--> statement-breakpoint
ALTER TABLE "instrument" ADD CONSTRAINT "instrument_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_draft_of_an_instrument" ON "instrument" USING btree ("organisation","id") WHERE state = 'draft';--> statement-breakpoint
-- Office: HR writes questionnaires. A final version is left alone by every statement of its store.
GRANT SELECT, INSERT, UPDATE, DELETE ON instrument TO chorus_office;
--> statement-breakpoint
CREATE TABLE "programme_draft" (
	"organisation" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"draft" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "programme" ADD COLUMN "rhythm" jsonb;--> statement-breakpoint
ALTER TABLE "programme" ADD COLUMN "rotation" jsonb;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "pulses_a_quarter" integer DEFAULT 14 NOT NULL;--> statement-breakpoint
ALTER TABLE "programme_draft" ADD CONSTRAINT "programme_draft_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Office: keeps the one draft of a programme that is being set up, and throws it away when it has started.
GRANT SELECT, INSERT, UPDATE, DELETE ON programme_draft TO chorus_office;
--> statement-breakpoint
CREATE TABLE "daily_work" (
	"organisation" uuid PRIMARY KEY NOT NULL,
	"done_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "planned_wave" (
	"organisation" uuid NOT NULL,
	"programme" uuid NOT NULL,
	"occurrence" date NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"remind_at" jsonb NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"wave" uuid,
	"reminders_come" smallint DEFAULT 0 NOT NULL,
	"rounds" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "planned_wave_organisation_programme_occurrence_pk" PRIMARY KEY("organisation","programme","occurrence"),
	CONSTRAINT "planned_wave_organisation_wave_unique" UNIQUE("organisation","wave")
);
--> statement-breakpoint
CREATE TABLE "wave_job" (
	"organisation" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" uuid NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"trouble" text,
	CONSTRAINT "wave_job_organisation_kind_subject_pk" PRIMARY KEY("organisation","kind","subject")
);
--> statement-breakpoint
ALTER TABLE "programme" ADD COLUMN "planned_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "daily_work" ADD CONSTRAINT "daily_work_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_wave" ADD CONSTRAINT "planned_wave_organisation_programme_programme_organisation_id_fk" FOREIGN KEY ("organisation","programme") REFERENCES "public"."programme"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_wave" ADD CONSTRAINT "planned_wave_organisation_wave_wave_organisation_id_fk" FOREIGN KEY ("organisation","wave") REFERENCES "public"."wave"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_job" ADD CONSTRAINT "wave_job_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- Office: plans, accounts for what was planned, and notes what is under way. Accounts are never deleted.
GRANT SELECT, INSERT, UPDATE (state, reason, wave, reminders_come, rounds) ON planned_wave TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (tries, trouble) ON wave_job TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (done_on) ON daily_work TO chorus_office;
--> statement-breakpoint
-- Jobs: owns the queue, and has no right on any table of Chorus.
DO $$
BEGIN
  BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'chorus_jobs') THEN
      EXECUTE 'CREATE ROLE chorus_jobs NOLOGIN';
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;
  BEGIN
    IF NOT pg_has_role(current_user, 'chorus_jobs', 'MEMBER') THEN
      EXECUTE format('GRANT chorus_jobs TO %I', current_user);
    END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;
END $$;
--> statement-breakpoint
CREATE SCHEMA graphile_worker AUTHORIZATION chorus_jobs;
--> statement-breakpoint
-- graphile-worker makes its tables itself, as chorus_jobs, when the first worker starts. This first one it would make together with the
-- schema, in a statement that needs a right on the whole database.
CREATE TABLE graphile_worker.migrations (
  id int PRIMARY KEY,
  ts timestamptz NOT NULL DEFAULT now(),
  breaking boolean NOT NULL DEFAULT false
);
--> statement-breakpoint
ALTER TABLE graphile_worker.migrations OWNER TO chorus_jobs;
--> statement-breakpoint
CREATE TABLE "organisation_before" (
	"organisation" uuid PRIMARY KEY NOT NULL,
	"erase_at" timestamp with time zone NOT NULL,
	"fingerprint" text NOT NULL,
	"before" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pending_import" (
	"organisation" uuid PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"erase_at" timestamp with time zone NOT NULL,
	"people" "bytea" NOT NULL,
	"units" "bytea",
	"columns" jsonb
);
--> statement-breakpoint
CREATE TABLE "unit_change" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"from" jsonb NOT NULL,
	"to" jsonb NOT NULL,
	CONSTRAINT "unit_change_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
ALTER TABLE "person" DROP CONSTRAINT "person_organisation_email_unique";--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "erase_after_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "import_columns" jsonb;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "erase_on" date;--> statement-breakpoint
ALTER TABLE "organisation_before" ADD CONSTRAINT "organisation_before_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_import" ADD CONSTRAINT "pending_import_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_change" ADD CONSTRAINT "unit_change_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "person_email_of_today" ON "person" USING btree ("organisation","email") WHERE erase_on IS NULL;--> statement-breakpoint
-- The mailer sends nothing to whoever left.
GRANT SELECT (erase_on) ON person TO chorus_mailer;
--> statement-breakpoint
-- Office: keeps uploads until they are confirmed, what an import replaced until it cannot be undone, and what became of units.
GRANT SELECT, INSERT, UPDATE, DELETE ON pending_import TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON organisation_before, unit_change TO chorus_office;
--> statement-breakpoint
CREATE TABLE "scim_setting" (
	"organisation" uuid PRIMARY KEY NOT NULL,
	"units_from" text DEFAULT 'groups' NOT NULL,
	"unlocked" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scim_token" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"ends_at" timestamp with time zone,
	"last_used_on" date,
	"work" jsonb,
	"work_from" timestamp with time zone,
	"work_noted" boolean DEFAULT true NOT NULL,
	CONSTRAINT "scim_token_organisation_id_pk" PRIMARY KEY("organisation","id"),
	CONSTRAINT "scim_token_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "scim_unit" (
	"organisation" uuid NOT NULL,
	"unit" text NOT NULL,
	"external_id" text,
	CONSTRAINT "scim_unit_organisation_unit_pk" PRIMARY KEY("organisation","unit")
);
--> statement-breakpoint
CREATE TABLE "scim_user" (
	"organisation" uuid NOT NULL,
	"person" uuid NOT NULL,
	"user_name" text NOT NULL,
	"given_name" text,
	"family_name" text,
	CONSTRAINT "scim_user_organisation_person_pk" PRIMARY KEY("organisation","person")
);
--> statement-breakpoint
ALTER TABLE "scim_setting" ADD CONSTRAINT "scim_setting_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scim_token" ADD CONSTRAINT "scim_token_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scim_unit" ADD CONSTRAINT "scim_unit_organisation_unit_unit_organisation_id_fk" FOREIGN KEY ("organisation","unit") REFERENCES "public"."unit"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scim_user" ADD CONSTRAINT "scim_user_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "scim_user_name" ON "scim_user" USING btree ("organisation",lower(user_name));--> statement-breakpoint
-- Office: people and units are its own; so is what an identity provider says of them. A token is never deleted while its work is not noted.
GRANT SELECT, INSERT, UPDATE ON scim_token, scim_setting TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON scim_user, scim_unit TO chorus_office;
--> statement-breakpoint
CREATE TABLE "administrator_password" (
	"organisation" uuid NOT NULL,
	"person" uuid NOT NULL,
	"hash" text NOT NULL,
	"totp" "bytea" NOT NULL,
	"used_steps" text[] NOT NULL,
	"recovery_codes" text[] NOT NULL,
	CONSTRAINT "administrator_password_organisation_person_pk" PRIMARY KEY("organisation","person")
);
--> statement-breakpoint
CREATE TABLE "sign_in_provider" (
	"organisation" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"issuer" text NOT NULL,
	"client_id" text NOT NULL,
	"client_secret" "bytea",
	"match" text NOT NULL,
	"claim" text NOT NULL,
	"domains" text[] NOT NULL,
	"offered" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sign_in_link" ADD COLUMN "asked_by" "bytea";--> statement-breakpoint
ALTER TABLE "administrator_password" ADD CONSTRAINT "administrator_password_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_provider" ADD CONSTRAINT "sign_in_provider_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Office: what administrators set for signing in, and their own passwords. Nobody else reads either.
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_provider, administrator_password TO chorus_office;
--> statement-breakpoint
CREATE TABLE "delegation" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"giver" uuid NOT NULL,
	"stand_in" uuid NOT NULL,
	"units" text[] NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "delegation_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "hr_scope" (
	"organisation" uuid NOT NULL,
	"person" uuid NOT NULL,
	"unit" text NOT NULL,
	CONSTRAINT "hr_scope_organisation_person_unit_pk" PRIMARY KEY("organisation","person","unit")
);
--> statement-breakpoint
CREATE TABLE "rule_change" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"about" text NOT NULL,
	"change" jsonb NOT NULL,
	"state" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_by_name" text NOT NULL,
	"proposed_on" date NOT NULL,
	"decided_by_name" text,
	"decided_on" date,
	"reason" text DEFAULT '' NOT NULL,
	"since_wave" uuid,
	CONSTRAINT "rule_change_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "second_person" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_organisation_giver_person_organisation_id_fk" FOREIGN KEY ("organisation","giver") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_organisation_stand_in_person_organisation_id_fk" FOREIGN KEY ("organisation","stand_in") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hr_scope" ADD CONSTRAINT "hr_scope_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_change" ADD CONSTRAINT "rule_change_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delegation_organisation_stand_in_index" ON "delegation" USING btree ("organisation","stand_in");--> statement-breakpoint
CREATE INDEX "delegation_organisation_giver_index" ON "delegation" USING btree ("organisation","giver");--> statement-breakpoint
CREATE UNIQUE INDEX "one_waiting_change" ON "rule_change" USING btree ("organisation","about") WHERE state = 'proposed';--> statement-breakpoint
-- Office: what was proposed is kept, and only its state changes; parts of HR and stand-ins are given and taken.
GRANT SELECT, INSERT, UPDATE ON rule_change TO chorus_office;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON hr_scope TO chorus_office;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON delegation TO chorus_office;
--> statement-breakpoint
CREATE TABLE "channel" (
	"organisation" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"host" text NOT NULL,
	"language" text NOT NULL,
	"events" text[] NOT NULL,
	"locked" "bytea" NOT NULL,
	CONSTRAINT "channel_organisation_id_pk" PRIMARY KEY("organisation","id")
);
--> statement-breakpoint
CREATE TABLE "channel_post" (
	"organisation" uuid NOT NULL,
	"channel" uuid NOT NULL,
	"wave" uuid NOT NULL,
	"event" text NOT NULL,
	"is_sent" boolean DEFAULT false NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"trouble" text,
	CONSTRAINT "channel_post_organisation_channel_wave_event_pk" PRIMARY KEY("organisation","channel","wave","event")
);
--> statement-breakpoint
CREATE TABLE "mail_settings" (
	"organisation" uuid PRIMARY KEY NOT NULL,
	"zone" text NOT NULL,
	"quiet" jsonb NOT NULL,
	"spread_minutes" smallint NOT NULL,
	"results" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "own_quiet_hours" (
	"organisation" uuid NOT NULL,
	"person" uuid NOT NULL,
	"zone" text,
	"quiet" jsonb,
	CONSTRAINT "own_quiet_hours_organisation_person_pk" PRIMARY KEY("organisation","person")
);
--> statement-breakpoint
ALTER TABLE "mailing" ADD COLUMN "dropped" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD COLUMN "send_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "channel" ADD CONSTRAINT "channel_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_post" ADD CONSTRAINT "channel_post_organisation_channel_channel_organisation_id_fk" FOREIGN KEY ("organisation","channel") REFERENCES "public"."channel"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_post" ADD CONSTRAINT "channel_post_organisation_wave_wave_organisation_id_fk" FOREIGN KEY ("organisation","wave") REFERENCES "public"."wave"("organisation","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_settings" ADD CONSTRAINT "mail_settings_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_quiet_hours" ADD CONSTRAINT "own_quiet_hours_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outgoing_mail_organisation_send_at_id_index" ON "outgoing_mail" USING btree ("organisation","send_at","id");
--> statement-breakpoint
ALTER TABLE "outgoing_mail" ALTER COLUMN "send_at" DROP DEFAULT;
--> statement-breakpoint
-- Issuer: writes the mails of a wave in one statement, because it alone reads the roster. Of people it sees who is still here.
GRANT INSERT, SELECT (organisation, wave, kind) ON outgoing_mail TO chorus_issuer;
--> statement-breakpoint
GRANT SELECT, INSERT ON mailing TO chorus_issuer;
--> statement-breakpoint
GRANT SELECT (organisation, id) ON person TO chorus_issuer;
--> statement-breakpoint
GRANT UPDATE (send_at) ON outgoing_mail TO chorus_mailer;
--> statement-breakpoint
GRANT SELECT, UPDATE (dropped) ON mailing TO chorus_mailer;
--> statement-breakpoint
GRANT SELECT (zone) ON person TO chorus_mailer;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON mail_settings TO chorus_office;
--> statement-breakpoint
GRANT SELECT ON mail_settings TO chorus_mailer;
--> statement-breakpoint
-- Own quiet hours are kept from the office, as is who wants no reminders.
GRANT SELECT, INSERT, UPDATE (zone, quiet) ON own_quiet_hours TO chorus_mailer;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON channel TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT ON channel_post TO chorus_office;
--> statement-breakpoint
GRANT SELECT ON channel TO chorus_mailer;
--> statement-breakpoint
GRANT SELECT, UPDATE (is_sent, attempts, due_at, trouble) ON channel_post TO chorus_mailer;
--> statement-breakpoint
CREATE TABLE "action_mailing" (
	"organisation" uuid NOT NULL,
	"week" date NOT NULL,
	"told_until" date NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "action_mailing_organisation_week_pk" PRIMARY KEY("organisation","week")
);
--> statement-breakpoint
CREATE TABLE "bounce_secret" (
	"organisation" uuid PRIMARY KEY NOT NULL,
	"hash" "bytea" NOT NULL,
	"made_on" date NOT NULL,
	CONSTRAINT "bounce_secret_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "mail_bounce" (
	"organisation" uuid NOT NULL,
	"person" uuid NOT NULL,
	"address" text NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"days" smallint NOT NULL,
	CONSTRAINT "mail_bounce_organisation_person_pk" PRIMARY KEY("organisation","person")
);
--> statement-breakpoint
ALTER TABLE "outgoing_mail" ALTER COLUMN "wave" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "action" ADD COLUMN "added" date;--> statement-breakpoint
ALTER TABLE "mail_settings" ADD COLUMN "actions" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "action_mailing" ADD CONSTRAINT "action_mailing_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bounce_secret" ADD CONSTRAINT "bounce_secret_organisation_organisation_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_bounce" ADD CONSTRAINT "mail_bounce_organisation_person_person_organisation_id_fk" FOREIGN KEY ("organisation","person") REFERENCES "public"."person"("organisation","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Mailer: notes which addresses mails came back from, and shows HR the invitations that went there. The office reads no mark.
GRANT SELECT, INSERT, DELETE, UPDATE (kind, day, days) ON mail_bounce TO chorus_mailer;
--> statement-breakpoint
GRANT SELECT (organisation, wave, person) ON last_group TO chorus_mailer;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (hash, made_on), DELETE ON bounce_secret TO chorus_office;
--> statement-breakpoint
GRANT SELECT, INSERT ON action_mailing TO chorus_office;
--> statement-breakpoint
-- For identity providers: whoever shows the secret of a token is led to its organisation.
CREATE FUNCTION chorus_organisation_of_scim_token(token_hash bytea) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT t.organisation FROM public.scim_token t WHERE t.token_hash = $1 $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION chorus_organisation_of_scim_token FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION chorus_organisation_of_scim_token TO chorus_office;
--> statement-breakpoint
-- For the sign-in page: which organisations have a provider of their own.
CREATE FUNCTION chorus_organisations_with_provider() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT p.organisation FROM public.sign_in_provider p ORDER BY 1 $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION chorus_organisations_with_provider FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION chorus_organisations_with_provider TO chorus_office;
--> statement-breakpoint
-- For programs that say which mails came back.
CREATE FUNCTION chorus_organisation_of_bounce_secret(hash bytea) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT b.organisation FROM public.bounce_secret b WHERE b.hash = $1 $$;
--> statement-breakpoint
-- For telling channels: where anything waits.
CREATE FUNCTION chorus_organisations_with_posts() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT DISTINCT p.organisation FROM public.channel_post p WHERE NOT p.is_sent ORDER BY 1 $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION chorus_organisation_of_bounce_secret, chorus_organisations_with_posts FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION chorus_organisation_of_bounce_secret TO chorus_office;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION chorus_organisations_with_posts TO chorus_mailer;
--> statement-breakpoint
-- Whoever left gets no mail.
GRANT SELECT (erase_on) ON person TO chorus_issuer;
--> statement-breakpoint
SELECT chorus_apart('instrument', 'programme_draft', 'daily_work', 'planned_wave', 'wave_job', 'organisation_before', 'pending_import', 'unit_change', 'scim_setting', 'scim_token', 'scim_unit', 'scim_user', 'administrator_password', 'sign_in_provider', 'delegation', 'hr_scope', 'rule_change', 'channel', 'channel_post', 'mail_settings', 'own_quiet_hours', 'action_mailing', 'bounce_secret', 'mail_bounce');
